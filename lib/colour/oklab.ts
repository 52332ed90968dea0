/** An sRGB colour, each channel from 0 to 1. */
export type Rgb = readonly [number, number, number]
/** A colour as eyes read it: lightness 0 to 1, chroma, hue in radians (Oklab, Ottosson 2020). */
export type Lch = readonly [number, number, number]

/** Reads "#2f5871"; throws on anything else. */
export function parseHex(hex: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new TypeError(`"${hex}" is not a colour`)
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return [channel(1), channel(3), channel(5)]
}

/** `#rrggbb` of a colour whose parts go from 0 to 1; those beyond are cut. */
export function toHex(rgb: Rgb): string {
  const two = (value: number) =>
    Math.round(Math.min(1, Math.max(0, value)) * 255)
      .toString(16)
      .padStart(2, '0')
  return `#${rgb.map(two).join('')}`
}

const toLinear = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
const fromLinear = (value: number) =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055

/** Relative luminance, WCAG 2.2 definition. */
export function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(toLinear)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio from 1 to 21, WCAG 2.2 definition. */
export function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** A colour of sRGB in OKLCH: lightness 0 to 1, chroma, hue in radians (B. Ottosson, 2020). */
export function toLch(rgb: Rgb): Lch {
  const [red, green, blue] = rgb.map(toLinear)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  return [lightness, Math.hypot(a, b), Math.atan2(b, a)]
}

function linearOf([lightness, chroma, hue]: Lch): Rgb {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** Back to sRGB; what the screen cannot show loses chroma, never its hue nor its lightness. */
export function fromLch([lightness, chroma, hue]: Lch): Rgb {
  let shown = linearOf([lightness, chroma, hue])
  for (let left = chroma; shown.some((v) => v < -1e-4 || v > 1.0001) && left > 0.001;) {
    left *= 0.94
    shown = linearOf([lightness, left, hue])
  }
  const [red, green, blue] = shown.map((value) => fromLinear(Math.min(1, Math.max(0, value))))
  return [red, green, blue]
}
