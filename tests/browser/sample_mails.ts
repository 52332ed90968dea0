import { mailWords } from '#web/messages/mail_words'

const NAME = 'Maëlle Le Goff'
const PLACE = 'Commune de Kervalan'
const URL = 'https://halle.test/une/adresse'

const ALERT = {
  ...{ email: 'veille@exemple.test', criteria: 'les mots « école »' },
  ...{ page: URL, atom: URL, calendar: URL },
}

const line = (text: string, room = 'Actes') => ({
  capability: 'actes',
  subjectId: null,
  text,
  room,
  url: '/c/kervalan/actes',
})
const told = (lines: string[], news: string[]) =>
  mailWords({
    name: NAME,
    place: PLACE,
    lines: lines.map((text) => line(text)),
    news: news.map((text) => line(text)),
  })

/** view of a mail, without « _html » -> the words of each mail that it draws, by name. */
export const SAMPLE_MAILS: Record<string, Record<string, object>> = {
  'messages/mails/waiting': {
    'one thing': told(['Viser « Délibération 2026-042 »'], []),
    'several things and news': told(
      [
        'Signer « Délibération 2026-042 »',
        'En retard : Signer un acte individuel',
        'Soizic Madec vous relance : Saisir les valeurs 2026 de la fiche 1.1',
      ],
      ['Reçu en préfecture : « Arrêté 2026-117 »']
    ),
    'news alone': told([], ['Signé : « Délibération 2026-042 »', 'Reçu en préfecture : x']),
  },
  'invoicing/mails/follow': {
    'on its way': {
      subject: 'Votre facture F2026-118 à Commune de Kervalan : mandatée',
      number: 'F2026-118',
      place: PLACE,
      now: 'Mandatée',
      steps: [
        { label: 'Reçue', note: '20 novembre 2026' },
        { label: 'Service fait', note: '24 novembre 2026' },
        { label: 'Mandatée', note: '28 novembre 2026' },
        { label: 'Mise en paiement', note: 'pas encore' },
      ],
      delay: 'À payer avant le 20 décembre 2026',
      url: URL,
    },
  },
  'seals/mails/digest': {
    seals: {
      name: NAME,
      place: PLACE,
      count: 3,
      first: { statement: { number: 41 } },
      last: { statement: { number: 43, lastPosition: 1204 }, hash: 'a3'.repeat(32) },
      url: URL,
    },
  },
  'identity/mails/invitation': {
    invitation: {
      name: NAME,
      by: 'Yann Kerbrat',
      place: PLACE,
      url: URL,
      expiresAt: new Date('2026-12-06T10:00:00Z'),
    },
  },
  'identity/mails/password': { password: { name: NAME, url: URL } },
  'identity/mails/changed': { changed: { name: NAME, url: URL } },
  'identity/mails/factor_code': { code: { name: NAME, code: '493 027', url: URL } },
  'identity/mails/factors': {
    factors: { name: NAME, what: 'Une clé d’accès vient d’être ajoutée.', url: URL, lost: URL },
  },
  'outsiders/mails/code': {
    'door code': {
      subject: 'Votre code pour ouvrir votre compte',
      why: 'Quelqu’un ouvre un compte avec cette adresse.',
      code: 'K7QM-2XPA',
    },
  },
  'outsiders/mails/invitation': {
    colleague: { name: NAME, place: 'Le Fournil du quai', url: URL },
  },
  'outsiders/mails/taken': { taken: { url: URL } },
  'procurement/mails/change': {
    'who follows': {
      ...{ reference: '26-012', title: 'Réfection de la cour de l’école', buyer: PLACE, url: URL },
      what: 'Heure limite reportée au 4 décembre 2026 à 12:00:00 (Europe/Paris). Une pièce a été modifiée.',
      stop: URL,
    },
    'who answers': {
      ...{ reference: '26-012', title: 'Réfection de la cour de l’école', buyer: PLACE, url: URL },
      what: 'Consultation déclarée sans suite. Le besoin a disparu.',
      stop: null,
    },
  },
  'procurement/mails/unfinished': {
    'ten minutes before': {
      ...{ reference: '26-012', title: 'Réfection de la cour de l’école', buyer: PLACE, url: URL },
      hour: '4 décembre 2026 à 12:00:00',
    },
  },
  'procurement/mails/alert_confirmation': {
    'somebody who asked': { ...ALERT },
  },
  'procurement/mails/alert': {
    'two consultations': {
      ...ALERT,
      consultations: ['Réfection de la cour', 'Vitrail'].map((title) => ({
        ...{ title, reference: '26-012', buyer: PLACE, url: URL },
        hour: '4 décembre 2026 à 12:00:00',
      })),
      more: 0,
    },
  },
  'procurement/mails/refusal': {
    'who asked': {
      ...{ reference: '26-012', title: 'Réfection de la cour de l’école', buyer: PLACE, url: URL },
      question: 'La cote du plan 3 est-elle en mètres ?',
      reason: 'La réponse est à l’article 4 du règlement.',
    },
  },
  'procurement/mails/candidature': Object.fromEntries(
    ['invited', 'removed', 'accepted', 'refused', 'left'].map((what) => [
      what,
      {
        ...{ what, reference: '26-012', title: 'Réfection de la cour de l’école', buyer: PLACE },
        ...{ mandataire: 'SARL Cariou', company: 'Pépinières Pennec', url: URL },
        hourWords: '4 décembre 2026 à 12:00:00',
      },
    ])
  ),
  'procurement/mails/proof': {
    'soon over': {
      ...{ what: 'Attestation de vigilance', company: 'SARL Cariou', day: '30/12/2026', url: URL },
    },
  },
  'exchange/mails/invitation': {
    'what is sent sealed': {
      ...{ title: 'Plans du préau', message: 'Pour vos métrés.', from: PLACE, url: URL },
      ...{ does: 'vous envoie des fichiers', until: '4 décembre 2026', isSealed: true },
    },
    'what is asked': {
      ...{ title: 'Relevés', message: null, from: PLACE, url: URL, isSealed: false },
      ...{ does: 'vous demande des fichiers', until: '4 décembre 2026' },
    },
  },
  'exchange/mails/code': {
    code: { title: 'Plans du préau', from: PLACE, code: 'ABCD-2345' },
  },
}
