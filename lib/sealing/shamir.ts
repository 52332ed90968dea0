import { randomBytes, type Bytes } from './bytes.js'

/** A share: 32 bytes of y, then the byte of x (FORMAT §5). */
export const SHARE_BYTES = 33

/** Product in GF(2⁸) modulo x⁸+x⁴+x³+x+1, without a branch or a table that depends on a secret. */
export function product(one: number, other: number): number {
  let [a, sum] = [one, 0]
  for (let bit = 0; bit < 8; bit++) {
    sum ^= a & -((other >> bit) & 1)
    a = (a << 1) ^ (0x11b & -((a >> 7) & 1))
  }
  return sum
}

/** a²⁵⁴, that is 1/a but for zero. */
function inverse(a: number): number {
  let power = a
  for (let step = 0; step < 6; step++) power = product(product(power, power), a)
  return product(power, power)
}

/**
 * Shares of a secret, any `threshold` of which give it back and fewer say nothing of it: each byte
 * is the constant of a polynomial of its own. The x are 1, 2, 3… in order.
 */
export function split(secret: Bytes, count: number, threshold: number): Bytes[] {
  const polynomials = [
    secret,
    ...Array.from({ length: threshold - 1 }, () => randomBytes(secret.length)),
  ]
  return Array.from({ length: count }, (_, index) => {
    const x = index + 1
    const share = new Uint8Array(secret.length + 1)
    for (let at = 0; at < secret.length; at++) {
      share[at] = polynomials.reduceRight(
        (sum, coefficients) => product(sum, x) ^ coefficients[at],
        0
      )
    }
    share[secret.length] = x
    return share
  })
}

/** The secret that shares give, which is another one when they are too few or were altered; null when two have one x, or x is 0. */
export function combine(shares: Bytes[]): Bytes | null {
  const xs = shares.map((share) => share.at(-1)!)
  if (xs.includes(0) || new Set(xs).size !== xs.length) return null
  const secret = new Uint8Array(shares[0].length - 1)
  shares.forEach((share, rank) => {
    const weight = xs.reduce(
      (sum, x, other) => (other === rank ? sum : product(sum, product(x, inverse(x ^ xs[rank])))),
      1
    )
    for (let at = 0; at < secret.length; at++) secret[at] ^= product(share[at], weight)
  })
  return secret
}
