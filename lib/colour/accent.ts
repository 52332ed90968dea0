import { contrast, fromLch, parseHex, toHex, toLch, type Lch, type Rgb } from './oklab.js'

/** The colours derived from the one that a collectivité chose, for one theme. */
export interface Accent {
  /** Links and lines, read on the wall, on paper and on its own soft ground. */
  accent: string
  /** The ground of the first button. */
  accentFill: string
  /** The words on that ground. */
  onAccent: string
  /** A tint, under what is chosen. */
  accentSoft: string
}

/** The same grounds as in resources/css/base/tokens.css; a test holds the two together. */
export const GROUNDS = {
  light: { wall: '#f2f1ea', paper: '#fffefa', ink: '#1f272d', sunk: '#e9e7dd' },
  dark: { wall: '#161b1f', paper: '#1e252a', ink: '#ebe8de', sunk: '#11161a' },
} as const

/** WCAG 2.2, 1.4.3: 4.5 for text; a little more, since rounding to eight bits takes some away. */
const READABLE = 4.6

export type Theme = keyof typeof GROUNDS

/** Colours with a name, for those who have no charter of their own. */
export const ACCENTS: Record<string, string> = {
  ardoise: '#2f5871',
  chene: '#7a5426',
  tuile: '#a5402a',
  mousse: '#3f6b3a',
  genet: '#8a6a00',
  bruyere: '#7a3f6d',
  ocean: '#0f6175',
  granit: '#4c5660',
}

/** The colour of a name of ACCENTS or of "#rrggbb"; anything else is the slate of the house. */
export function colourOf(accent: string | undefined | null): string {
  if (accent && /^#[0-9a-f]{6}$/i.test(accent)) return accent.toLowerCase()
  return ACCENTS[accent ?? ''] ?? ACCENTS.ardoise
}

/** Moves the lightness, and nothing else, until the colour is read on every ground. */
function readableOn(grounds: Rgb[], [lightness, chroma, hue]: Lch, step: number): string {
  for (let at = lightness; at >= 0 && at <= 1; at += step) {
    const rgb = parseHex(toHex(fromLch([at, chroma, hue])))
    if (grounds.every((ground) => contrast(rgb, ground) >= READABLE)) return toHex(rgb)
  }
  return step < 0 ? '#000000' : '#ffffff'
}

/**
 * The colours of one theme from the colour of a collectivité ("#rrggbb"), corrected so that every
 * text stays readable (WCAG AA) whatever was chosen. Throws when it is not a colour.
 */
export function correctAccent(chosen: string, theme: Theme): Accent {
  const [lightness, chroma, hue] = toLch(parseHex(chosen))
  const calm = Math.min(chroma, theme === 'light' ? 0.17 : 0.13)
  const grounds = GROUNDS[theme]
  const soft = fromLch(theme === 'light' ? [0.935, calm * 0.18, hue] : [0.31, calm * 0.4, hue])
  const start = theme === 'light' ? Math.min(lightness, 0.52) : Math.max(lightness, 0.76)
  const accent = readableOn(
    [grounds.wall, grounds.paper, grounds.sunk].map(parseHex).concat([parseHex(toHex(soft))]),
    [start, calm, hue],
    theme === 'light' ? -0.01 : 0.01
  )
  const onAccent = theme === 'light' ? '#fffefa' : '#10181d'
  return { accent, accentFill: accent, onAccent, accentSoft: toHex(soft) }
}

function declarations(accent: Accent): string {
  return (
    `--accent:${accent.accent};--accent-fill:${accent.accentFill};` +
    `--on-accent:${accent.onAccent};--accent-soft:${accent.accentSoft}`
  )
}

/**
 * The stylesheet of a collectivité's colour, served at a URL of its own: the content security
 * policy allows no style in the page. It stands outside the cascade layers, so it wins.
 */
export function accentStylesheet(chosen: string): string {
  const [light, dark] = [correctAccent(chosen, 'light'), correctAccent(chosen, 'dark')]
  return [
    `:root{${declarations(light)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme='light']){${declarations(dark)}}}`,
    `:root[data-theme='dark']{${declarations(dark)}}`,
    // As specific as the rules of the night, and after them.
    `@media print{:root:root{${declarations(light)}}}`,
    '',
  ].join('\n')
}

/** The address of the stylesheet of a name or a colour: "/accents/2f5871.css". */
export function accentUrl(accent: string): string {
  return `/accents/${colourOf(accent).slice(1)}.css`
}
