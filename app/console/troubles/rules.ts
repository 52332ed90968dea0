/** Something that is not well, and what an operator does about it. */
export interface Trouble {
  /** What is wrong, as a title. */
  what: string
  /** Null when nobody can tell since when. */
  since: Date | null
  gesture: string
}

export interface Facts {
  now: Date
  checks: { name: string; works: boolean | null; says: string; gesture?: string }[]
  /** When each check that fails was first seen to. */
  firstSeen: Record<string, Date>
  periodics: { title: string; at?: Date; late: boolean }[]
  stalledSince: Date | null
  failed: { count: number; since: Date | null }
  distrusted: string | null
  /** Null: never; of a demonstration nobody asks. */
  savedAt: Date | null
  isDemo: boolean
}

/** Older than that, a backup would lose more than anybody expects. */
export const SAVED_WITHIN_MS = 3_600_000

const GESTURES: Record<string, string> = {
  'PostgreSQL':
    'Démarrez PostgreSQL, ou regardez DATABASE_APP_URL. Les processus reviennent d’eux-mêmes.',
  'Documents': 'Regardez DATA_DIR, ou le stockage S3 et ses clés. Puis lancez documents:verify.',
  'Place pour les fichiers':
    'Agrandissez le disque de DATA_DIR, ou passez les documents en S3. Ce qui a échoué repart seul.',
  'Autorités reconnues': 'Donnez le fichier de TRUST_ANCHORS_FILE : sans lui personne ne signe.',
  'Clé des scellements': 'Remettez le fichier de SEAL_KEY_FILE : sans lui plus rien ne se scelle.',
  'Horloges': 'Remettez ces machines à l’heure (chronyc tracking), celle de la base d’abord.',
  'Redis ou Valkey':
    'Redémarrez-le. Vidé, il ne perd rien : les tâches sont redonnées en quinze secondes.',
  'Antivirus (clamd)': 'Redémarrez clamd, ou regardez CLAMD_URL. Les dépôts attendent son avis.',
  'Courrier sortant': 'Regardez SMTP_URL. Les courriels attendent et partiront seuls.',
  'Horodatage':
    'Regardez TSA_URL ; nommez-en une seconde. Sans elle, scellez dans les vingt-quatre heures.',
  'Ministère (@CTES)':
    'Rien à renvoyer : les envois repartent seuls. Au-delà d’un jour, appelez-le.',
}

/** What is wrong, the oldest first; nothing when all is well. */
export function troublesOf(facts: Facts): Trouble[] {
  const found = [
    ...checksThatFail(facts),
    ...workersThatDoNotWork(facts),
    ...jobsThatFailed(facts),
    ...proxyThatIsNotTrusted(facts),
    ...backupThatIsLate(facts),
  ]
  const rank = ({ since }: Trouble) => since?.getTime() ?? Number.POSITIVE_INFINITY
  return found.toSorted((a, b) => rank(a) - rank(b))
}

const checksThatFail = ({ checks, firstSeen }: Facts): Trouble[] =>
  checks
    .filter(({ works }) => works === false)
    .map(({ name, says, gesture }) => ({
      what: `${name} : ${says}`,
      since: firstSeen[name] ?? null,
      gesture: gesture ?? GESTURES[name] ?? 'Regardez ses réglages et son journal.',
    }))

function workersThatDoNotWork({ periodics, stalledSince }: Facts): Trouble[] {
  const last = periodics.reduce<Date | null>(
    (latest, { at }) => (at && (!latest || at > latest) ? at : latest),
    null
  )
  const stalled = stalledSince ? [stalledJobs(stalledSince)] : []
  if (periodics.length > 0 && periodics.every(({ late }) => late))
    return [nobodyWorks(last), ...stalled]
  return [...stalled, ...periodics.filter(({ late }) => late).map(latePeriodic)]
}

const nobodyWorks = (since: Date | null): Trouble => ({
  what: 'Aucun travailleur ne tourne',
  since,
  gesture: 'Démarrez un travailleur : les tâches attendent, elles partiront toutes seules.',
})

const stalledJobs = (since: Date): Trouble => ({
  what: 'Des tâches attendent et aucune ne se termine',
  since,
  gesture: 'Rien n’est perdu. Relancez les travailleurs ; si cela dure, lisez leurs journaux.',
})

const latePeriodic = ({ title, at = null }: { title: string; at?: Date | null }): Trouble => ({
  what: `En retard : ${title}`,
  since: at,
  gesture: 'Lisez le journal des travailleurs : cette tâche régulière y dit pourquoi elle échoue.',
})

const jobsThatFailed = ({ failed: { count, since } }: Facts): Trouble[] =>
  count === 0
    ? []
    : [
        {
          what:
            count === 1
              ? 'Une tâche a échoué pour de bon'
              : `${count} tâches ont échoué pour de bon`,
          since,
          gesture: 'Lisez pourquoi dans « Tâches », levez la cause, puis « Relancer ».',
        },
      ]

const proxyThatIsNotTrusted = ({ distrusted }: Facts): Trouble[] =>
  distrusted
    ? [
        {
          what: 'Un mandataire parle pour les visiteurs sans être reconnu',
          since: null,
          gesture: `Des requêtes arrivent de ${distrusted} avec X-Forwarded-For, et TRUSTED_PROXIES ne le nomme pas : tous les visiteurs comptent pour une seule adresse, et les erreurs de l’un font attendre les autres. Ajoutez cette adresse, ou son réseau, à TRUSTED_PROXIES, puis redémarrez.`,
        },
      ]
    : []

function backupThatIsLate({ savedAt, now, isDemo }: Facts): Trouble[] {
  if (isDemo) return []
  if (savedAt && now.getTime() - savedAt.getTime() <= SAVED_WITHIN_MS) return []
  return [
    {
      what: savedAt ? 'Rien n’est sauvé depuis plus d’une heure' : 'Rien n’a jamais été sauvé',
      since: savedAt,
      gesture: 'Regardez halle:backup (systemctl status halle-backup), ou lancez-la à la main.',
    },
  ]
}
