import { TOTP, Secret } from 'otpauth'
import { enter } from '../pages_awaited.js'
import { Visitor } from '../visitor.js'
import { statusOf } from './asking.js'
import type { TenderRoad } from './itinerary.js'

/** What administrator, operator, buyer and holder receive when they ask before the hour. */
export async function asksTooEarly(road: TenderRoad, page: string, pli: string) {
  const people: [string, Visitor][] = [
    ['administrator', await enter(road, road.secretary)],
    ['operator', await operator(road)],
    ['buyer', await enter(road, road.agent)],
    ['holder', await enter(road, road.mayor)],
  ]
  const wanted = [
    ['bytes', `${page}/plis/${pli}/pli.zip`],
    ['bidders', `${page}/plis`],
    ['shares', `${page}/ouverture/parts`],
  ]
  const answers = []
  for (const [who, visitor] of people)
    for (const [what, path] of wanted)
      answers.push({ who, what, status: await statusOf(visitor, path) })
  const open = answers.find(({ status }) => status !== 403 && status !== 404)
  if (open) throw new Error(`Avant l’heure, ${open.who} a reçu ${open.status} pour ${open.what}`)
  return answers
}

async function operator({ base, operator: { email, password, totpSecret } }: TenderRoad) {
  const visitor = new Visitor(base)
  const page = await visitor.login(email, password)
  const code = new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate()
  await visitor.submit(page, /\/connexion\/code$/, { code })
  return visitor
}
