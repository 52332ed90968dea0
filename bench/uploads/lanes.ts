/** As a browser sends to one server. */
export const AT_ONCE = 4

/** Does the work of each rank, so many at once. */
export async function lanes(
  count: number,
  atOnce: number,
  work: (rank: number) => Promise<void>
): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
