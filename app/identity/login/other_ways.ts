/** A way in beside the password, as the login page offers it. */
export interface OtherWay {
  label: string
  href: string
}

const offers: (() => Promise<OtherWay[]>)[] = []

/** Offers ways in; asked each time the login page is drawn. */
export const offerWays = (offer: () => Promise<OtherWay[]>): number => offers.push(offer)

/** All that are offered now. */
export async function otherWays(): Promise<OtherWay[]> {
  const ways: OtherWay[] = []
  for (const offer of offers) ways.push(...(await offer()))
  return ways
}
