/** stdout for the result, stderr for everything else; a broken pipe is quiet, a full disk is not. */

/** Outcome of writing to a stream. */
export type Written = 'written' | 'closed-by-reader' | 'failed';

/** Writes a text or bytes to a stream and waits until it is out. */
export function writeTo(stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<Written> {
  return new Promise((done) => {
    const onError = (error: NodeJS.ErrnoException) => done(error.code === 'EPIPE' ? 'closed-by-reader' : 'failed');
    stream.once('error', onError);
    stream.write(text, (error) => {
      if (error) return onError(error);
      stream.off('error', onError);
      done('written');
    });
  });
}
