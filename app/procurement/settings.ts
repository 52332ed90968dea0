import { settingsOf, type Setting } from '#kernel/settings'
import type { Tenant } from '#kernel/tenant'
import { Siret } from '#lib/values'
import { zoneOf } from '#lib/tenders/deadline'

/** What a buyer is in the essential data, and where its clocks are. */
export const SETTINGS = {
  siret: {
    default: '',
    label: 'SIRET de l’acheteur',
    help: 'Quatorze chiffres. Vide : celui du premier établissement de la collectivité.',
    kind: 'text',
    check: (text) =>
      !text || Siret.tryParse(text) ? null : 'Ce SIRET n’est pas valide : vérifiez ses chiffres.',
  },
  zone: {
    default: 'Europe/Paris',
    label: 'Fuseau des heures limites',
    kind: 'text',
    check(text) {
      try {
        zoneOf(text)
        return null
      } catch (error) {
        return (error as Error).message
      }
    },
  },
  assistance: {
    default: '',
    label: 'Assistance des entreprises',
    help: 'Un téléphone non surtaxé, une adresse électronique, des heures : dits à qui prépare une réponse.',
    kind: 'text',
  },
} satisfies Record<string, Setting>

/** The settings of a member. `siret` is always there. */
export function procurementSettings(tenant: Tenant) {
  const said = settingsOf({ name: 'procurement', settings: SETTINGS }, tenant)
  return {
    siret: String(said.siret || firstEstablishmentOf(tenant.siren)),
    zone: String(said.zone),
    assistance: String(said.assistance),
  }
}

/** NIC 0001 and its key. */
function firstEstablishmentOf(siren: string): string {
  const keys = Array.from({ length: 10 }, (_, key) => `${siren}0001${key}`)
  return keys.find((siret) => Siret.tryParse(siret)) ?? keys[0]
}
