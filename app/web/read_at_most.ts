/**
 * Reads a body whole, in memory, whatever length it announces or not.
 * @throws what `tooLarge` makes, as soon as one byte more than `most` has come
 */
export async function readAtMost(
  body: AsyncIterable<Buffer>,
  most: number,
  tooLarge: () => Error
): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > most) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}
