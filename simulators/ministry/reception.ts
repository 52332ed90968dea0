import { MinistryClassification } from './classification.js'
import { ABOUT_LETTERS } from './letters.js'
import type { PostOffice } from './post_office.js'
import { planReplies } from './replies.js'
import type { Delays } from './draft_answers.js'
import { scenariosIn } from './scenarios.js'
import type { MinistryState } from './state.js'
import { openSubmission, Unreadable } from './submission.js'

export interface Outcome {
  status: number
  text: string
  /** Accepted, but the sender is not to know. */
  cut?: boolean
}

/** Receives one archive: refuses on the spot, or records it with the answers to come. */
export class Reception {
  private unavailableOnce = new Set<string>()
  // One at a time: two posts of the same archive may not both find it unknown
  private queue: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly state: MinistryState,
    private readonly postOffice: PostOffice,
    private readonly delays: Delays
  ) {}

  receive(archive: string, bytes: Buffer): Promise<Outcome> {
    const outcome = this.queue.then(() => this.receiveNow(archive, bytes))
    this.queue = outcome.catch(() => undefined)
    return outcome
  }

  private async receiveNow(archive: string, bytes: Buffer): Promise<Outcome> {
    const refuse = (status: number, text: string): Outcome => {
      const at = new Date().toISOString()
      this.state.journal.append({ kind: 'refused', archive, reason: text, at })
      return { status, text }
    }
    if (this.state.hasArchive(archive)) {
      return refuse(409, `Cette archive a déjà été transmise : ${archive} existe dans le système`)
    }
    try {
      const sent = await openSubmission(archive, bytes)
      const objet = sent.form.get('actes:Objet')
      const words = scenariosIn(objet)
      if (words.has('#indisponible') && !this.unavailableOnce.has(archive)) {
        this.unavailableOnce.add(archive)
        return { status: 503, text: 'Service indisponible' }
      }
      this.state.journal.keepArchive(archive, bytes)
      const now = new Date()
      const classification = new MinistryClassification(this.state.classificationDate())
      const { acteId, registered, mails } = planReplies(
        sent,
        this.state,
        classification,
        this.delays,
        now
      )
      this.state.journal.append({
        kind: 'accepted',
        transaction: {
          archive,
          sha256: sent.sha256,
          siren: sent.siren,
          type: TYPES[sent.form.name] ?? ABOUT_LETTERS[sent.form.name]?.type ?? '?',
          acteId,
          objet,
          registered,
          at: now.toISOString(),
        },
        mails,
      })
      for (const mail of mails) this.postOffice.schedule(mail)
      return { status: 200, text: 'OK', cut: words.has('#coupure') }
    } catch (error) {
      if (error instanceof Unreadable) return refuse(400, error.message)
      throw error
    }
  }
}

const TYPES: Record<string, string> = {
  Acte: '1-1',
  Annulation: '6-1',
  DemandeClassification: '7-1',
}
