import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf, pageAfter } from '#web/cursor'
import { candidatureWords } from '../candidature/candidature_words.js'
import { toldOf } from '../candidature/opened.js'
import { copiesForBuyer } from '../backup/copies_screen.js'
import Pli from '../deposit/pli.js'
import type Consultation from '../drafting/consultation.js'
import { answersOf } from '../lots/answers.js'
import Holder from '../holders/holder.js'
import { waitingForKeys } from './end_without.js'
import { seenTwice } from '../rules/who_holds.js'
import { pageOfPlis, type ReceivedPli } from './received_plis.js'
import { whoGave } from './shares.js'

/** As many are named in the line of a lot; the list below names all, by pages. */
const NAMED = 20
const NONE: { plis: ReceivedPli[]; next: string | null } = { plis: [], next: null }

/** The page of a session; before the hour it says when, and counts nothing. */
export async function openingScreen(consultation: Consultation, ctx: HttpContext) {
  const { actor, allows } = ctx
  const { holders: keys, threshold } = await consultation.keys()
  const handles = keys.map(({ id }) => id)
  const holders = await Holder.query().whereIn('handle', handles).orderBy('handle')
  const isPast = consultation.isPastTheHour
  const given = isPast ? await whoGave(consultation) : []
  const after = cursorOf(ctx.request)
  const { plis, next } = isPast ? await pageOfPlis(consultation, after) : NONE
  const answered = isPast && consultation.publishedAt ? await answersOf(consultation) : []
  const own = holders.find(({ userId }) => userId === actor.id)
  return {
    consultation,
    isPast,
    threshold,
    holders: holders.map((holder) => ({ holder, hasGiven: given.includes(holder.id) })),
    mayBegin:
      isPast && ['online', 'closed'].includes(consultation.state) && allows('procurement.write'),
    mayGive: Boolean(own) && !given.includes(own!.id) && consultation.state === 'opening',
    copies: await copiesForBuyer(consultation),
    mayReceive: Boolean(consultation.publishedAt) && allows('procurement.write'),
    waiting: allows('procurement.write') ? await waitingForKeys(consultation) : [],
    ...{ plis, next: pageAfter(next) },
    candidatureWords,
    twice:
      answered.length > 0
        ? answered.flatMap(({ lot, plis: all }) => twiceAmong(all, lot.name))
        : twiceAmong(isPast ? await whoAnswers(consultation) : []),
    answered: answered.map(({ lot, plis: all }) => ({
      ...{ lot, companies: all.slice(0, NAMED).map(({ company }) => company) },
      others: Math.max(0, all.length - NAMED),
    })),
  }
}

/** Of these alone anybody knows who answers. */
const OPENED = ['opened', 'retained', 'rejected']
/** Everybody who answers, on whichever page of the session: without what makes a pli heavy. */
const whoAnswers = ({ id }: Consultation): Promise<Pli[]> =>
  Pli.query()
    .select('id', 'state', 'siret', 'company', 'candidature')
    .where('consultationId', id)
    .whereIn('state', OPENED)
    .orderBy('receivedAt')
    .exec()

const answering = ({ siret, company, candidature }: Pli) => ({
  ...{ siret, company },
  told: toldOf(candidature),
})

/** Companies seen in several candidatures to one marché, which a lot is (R2142-21). */
const twiceAmong = (plis: Pli[], lot: string | null = null) =>
  seenTwice(plis.filter(({ state }) => OPENED.includes(state)).map(answering)).map((one) => ({
    ...one,
    lot,
  }))
