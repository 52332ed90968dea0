/** Why an image is not taken, in the words of whoever chose it; the file itself stays as it was. */
export const FAULTS = {
  svg: 'Les images SVG ne sont pas acceptées : elles peuvent porter un programme. Enregistrez-la en PNG.',
  unknown: 'Ce fichier n’est ni un PNG ni un JPEG. Enregistrez l’image dans l’un des deux.',
  damaged:
    'Cette image est incomplète ou abîmée : ouvrez-la dans un logiciel d’image, et enregistrez-la de nouveau.',
  large: 'Cette image a plus de 2000 points de côté : réduisez-la, 400 suffisent.',
  small: 'Cette image a moins de 32 points de côté : choisissez-en une plus grande.',
} as const

export type ImageFault = keyof typeof FAULTS

/** Thrown inside the reading of an image, and answered as a value by `cleanImage`. */
export class BadImage extends Error {
  constructor(readonly fault: ImageFault) {
    super(FAULTS[fault])
  }
}

const MOST_SIDE = 2000
const LEAST_SIDE = 32

/** Throws BadImage unless an image may be shown; asked before anything of it is unpacked. */
export function mustBeShowable(width: number, height: number): void {
  if (Math.max(width, height) > MOST_SIDE) throw new BadImage('large')
  if (Math.min(width, height) < LEAST_SIDE) throw new BadImage('small')
}
