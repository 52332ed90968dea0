import { documents } from '#kernel/documents'
import type { Tenant } from '#kernel/tenant'
import { toTheSecond } from '#web/dates'
import { changesOf } from '../drafting/changes.js'
import { publicVersions } from '../changing/public_versions.js'
import { publicDialogue } from '../questions/public_dialogue.js'
import type Consultation from '../drafting/consultation.js'
import Lot from '../lots/lot.js'
import { lotsScreen } from '../lots/lots_told.js'
import { LIMIT_WORDS, NATURES } from '../rules/choices.js'

/** What a page shows of a consultation to everybody. */
export async function publicScreen(consultation: Consultation, tenant: Tenant) {
  const { reference, cpv, placeCode, durationMonths, fingerprint, id } = consultation
  const { signedRcDocumentId: rc, trousseau } = consultation
  return {
    consultation,
    ...lotsScreen(consultation, await Lot.of(id)),
    files: await consultation.documents(),
    // The size and the format of each paper (arrêté of 22 March 2019, TECH-02)
    formatOf,
    rcSize: rc ? Number((await documents.find(rc)).size) : 0,
    trousseauSize: Buffer.byteLength(trousseau ?? ''),
    changes: (await changesOf(consultation)).slice(1),
    isOpen:
      consultation.isRehearsal || (consultation.state === 'online' && !consultation.isPastTheHour),
    ...(await publicDialogue(consultation)),
    versions: await publicVersions(consultation, tenant),
    answerUrl: `/moi/marches/${tenant.slug}/${id}`,
    facts: [
      { name: 'Référence', value: reference },
      { name: 'Acheteur', value: tenant.name },
      { name: 'Procédure', value: 'Procédure adaptée' },
      { name: 'Nature', value: NATURES[consultation.nature] },
      { name: 'Code CPV', value: cpv, mono: true },
      { name: 'Lieu d’exécution', value: placeCode },
      { name: 'Durée', value: `${durationMonths} mois` },
      { name: 'Heure limite', value: hourOf(consultation) },
      { name: 'Limites d’un pli', value: LIMIT_WORDS },
      { name: 'Empreinte du trousseau', value: fingerprint, mono: true },
    ],
  }
}

/** « PDF » of « plan.pdf »; a file whose name says nothing is « fichier ». */
const formatOf = (name: string): string =>
  /[^.]\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1].toUpperCase() ?? 'fichier'

const hourOf = ({ isRehearsal, deadline, zone }: Consultation) =>
  isRehearsal ? 'Aucune : c’est un essai' : `${toTheSecond(deadline, zone)} (${zone})`
