/** How an article counts: what it ends on, and what a closed day does to it. */
export interface DelayRule {
  /** The article, as one quotes it. */
  article: string
  /** The day on which it falls due does not count either: it ends the day after (délai franc). */
  isFranc: boolean
  /** A last day that is a Saturday, a Sunday or a public holiday leaves it open to the next working day. */
  isCarried: boolean
}

const rule = (article: string, isFranc: boolean, isCarried: boolean): DelayRule => ({
  article,
  isFranc,
  isCarried,
})

/** The rules that a local authority meets, by what is counted. */
export const DELAY_RULES = {
  /** A step before a civil court: the day of the event does not count, its last day does. */
  civilProcedure: rule('Code de procédure civile, articles 641 et 642', false, true),
  /** An appeal to an administrative court, and an administrative appeal that saves its delay (CE 362568). */
  administrativeAppeal: rule('Code de justice administrative, article R. 421-1', true, true),
  /** The préfet who refers an acte to the court: two months from its reception (CGCT L2131-6). */
  prefectReferral: rule(
    'Code général des collectivités territoriales, article L. 2131-6',
    true,
    true
  ),
  /** Silence that becomes a decision: nobody has a step to take, so a closed day moves nothing. */
  silence: rule(
    'Code des relations entre le public et l’administration, article L. 231-1',
    false,
    false
  ),
  /** An answer to a request about personal data (règlement 2016/679, art. 12; règlement 1182/71, art. 3). */
  personalData: rule('Règlement (CEE) 1182/71, article 3', false, true),
} satisfies Record<string, DelayRule>
