// Order statistics of measured times.

/** The smallest value that at least this share of the values does not exceed. */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const median = (values) => percentile(values, 0.5);

export function summary(values) {
  return {
    count: values.length,
    p50: percentile(values, 0.5),
    p90: percentile(values, 0.9),
    p99: percentile(values, 0.99),
  };
}

/** Runs something so often, one after the other; answers how long each took, in microseconds. */
export async function timed(count, action) {
  const times = [];
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    await action();
    times.push((performance.now() - began) * 1000);
  }
  return times;
}

/**
 * Measures things in turns, so that whatever else the machine does weighs on all of them.
 *
 * @returns the times of each
 */
export async function interleaved(count, block, ...actions) {
  const times = actions.map(() => []);
  for (let done = 0; done < count; done += block) {
    const size = Math.min(block, count - done);
    for (const [i, action] of actions.entries()) {
      times[i].push(...(await timed(size, action)));
    }
  }
  return times;
}
