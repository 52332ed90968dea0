import { chorusConfig } from '#config/invoicing'
import { saveSettings } from '#kernel/settings'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { sealSetting } from '#web/setting_secrets'
import { seatOf } from '#lib/values'

/** What opens the technical accounts of the simulator, and of nothing else. */
const PASSWORD = 'compte de démonstration'

/** Gives a member of the demonstration its technical account at the simulated Chorus Pro, once. */
export async function seedDemo({ id }: Tenant): Promise<string[]> {
  if (!chorusConfig.url) return []
  return tenancy.run(id, async () => {
    const { settings, siren } = await tenants.hold()
    if (settings.invoicing?.chorusLogin) return []
    const siret = seatOf(siren)
    await saveSettings('invoicing', {
      ...settings.invoicing,
      siret,
      chorusLogin: `TECH_${siret}@cpro.test`,
      chorusPassword: sealSetting(PASSWORD),
    })
    return ['compte technique de Chorus Pro réglé']
  })
}
