import { Decimal } from '#lib/values'
import { first, type Terms } from './terms.js'

/** The gross price that a net price and its reduction make; null when the line has no reduction. */
export function grossOf(line: Terms): Decimal | null {
  const [net, reduction] = ['BT-146', 'BT-147'].map((name) =>
    Decimal.tryParse(first(line, name)?.text ?? '')
  )
  return net && reduction ? net.plus(reduction) : null
}

/** A line without the gross price that its other prices make: CII must write it, UBL need not. */
export function withoutGross(line: Terms): Terms {
  const gross = grossOf(line)
  const terms = line.terms.filter(
    ({ name, text }) => name !== 'BT-148' || !gross || !Decimal.tryParse(text)?.equals(gross)
  )
  return { ...line, terms }
}
