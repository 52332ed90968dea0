import { MUTED, type Paper } from '#lib/paper/paper'
import { facts, heading, paragraphs } from '#lib/paper/prose'
import { runningFeet } from '#lib/paper/running_feet'
import { paperOf } from './print.js'

/** To what a candidature answers, as each of its papers says. */
export interface Answered {
  buyer: string
  title: string
  reference: string
  /** `2026-11-30`: a paper that is drawn again that day has the same bytes. */
  day: string
}

/**
 * A paper of a candidature, of the company that writes it: it bears the rubrics of a form of the
 * ministry and is not that form, which no text makes compulsory.
 */
export async function dcPaper(
  company: string,
  { buyer, title, reference, day }: Answered,
  form: { name: string; subject: string }
): Promise<{ paper: Paper; finish(): Promise<Buffer> }> {
  const paper = await paperOf(
    { buyer: company, accent: '', day },
    `${form.name} ${reference}`,
    title
  )
  paragraphs(paper, [`Selon les rubriques du formulaire ${form.name}`], MUTED)
  heading(paper, 1, form.subject)
  facts(paper, [
    ['Acheteur', buyer],
    ['Objet de la consultation', title],
    ['Référence', reference],
  ])
  return {
    paper,
    finish() {
      runningFeet(paper, `${company} · ${form.name} · ${reference}`)
      return paper.finish()
    },
  }
}
