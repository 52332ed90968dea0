/** [0, start of /Contents, end of /Contents, length after it], in bytes. */
export type ByteRange = [number, number, number, number]
