/** stdout for the result, stderr for everything else; a broken pipe is quiet, a full disk is not. */
import { forStream } from '../text/doors.js';

/** Outcome of writing to a stream. */
export type Written = 'written' | 'closed-by-reader' | 'failed';

/**
 * Writes to a stream and waits until it is out. A text is what is said to a terminal or in the log of a CI, and leaves
 * through their door; what is written in a format of its own has left through that of the format, and comes as bytes.
 */
export function writeTo(stream: NodeJS.WriteStream, content: string | Uint8Array): Promise<Written> {
  return new Promise((done) => {
    const onError = (error: NodeJS.ErrnoException) => done(error.code === 'EPIPE' ? 'closed-by-reader' : 'failed');
    stream.once('error', onError);
    stream.write(typeof content === 'string' ? forStream(content) : content, (error) => {
      if (error) return onError(error);
      stream.off('error', onError);
      done('written');
    });
  });
}
