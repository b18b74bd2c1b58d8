/** What several rules ask of the same logs is drawn from them once: a pass over millions of person-days takes long. */
import type { Logs } from '../../logs/logs.js';
import type { Asked } from '../../logs/unread.js';

/**
 * Returns the function so that it computes once for the logs of an institution, for as long as they are in use. What else
 * it is given (the profile, the limits) belongs to the institution too, and is the same at each call. Whoever uses the
 * value has asked for all that it was drawn from.
 */
export function oncePerLogs<Rest extends readonly unknown[], Value>(
  compute: (logs: Logs, ...rest: Rest) => Value,
): (logs: Logs, ...rest: Rest) => Value {
  const known = new WeakMap<Logs, { readonly value: Value; readonly asked: Asked }>();
  return (logs, ...rest) => {
    const before = known.get(logs);
    const drawn = before ?? logs.unread.during(() => compute(logs, ...rest));
    if (before) logs.unread.repeat(before.asked);
    else known.set(logs, drawn);
    return drawn.value;
  };
}
