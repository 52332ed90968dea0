/** Does something for each of some things, so many at the same time; the results are in their order. */
export async function atOnce<T, R>(
  most: number,
  things: T[],
  work: (thing: T, rank: number) => Promise<R>
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    while (next < things.length) {
      const rank = next++
      results[rank] = await work(things[rank], rank)
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, things.length) }, lane))
  return results
}
