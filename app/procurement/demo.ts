import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { SYSTEM } from '#kernel/actor'
import User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { base64url, fromBase64url, publicKeyOf, wrapKey } from '#lib/sealing'
import { addHolder } from './holders/add_holder.js'
import Holder from './holders/holder.js'

const FILE = 'tenants/demo/people/holders.json'
/** The passphrase of all the keys of the demonstration, which is that of its accounts. */
const PASSPHRASE = 'demonstration-halle'

interface DemoHolder {
  tenant: string
  email: string
  privateKey: string
}

/** Gives the holders of the demonstration their keys, once. */
export async function seedDemo(tenant: Tenant): Promise<string[]> {
  const { holders } = JSON.parse(await readFile(app.makePath(FILE), 'utf8')) as {
    holders: DemoHolder[]
  }
  const own = holders.filter((one) => one.tenant === tenant.slug)
  let made = 0
  for (const { email, privateKey } of own) {
    const bytes = fromBase64url(privateKey)!
    const key = {
      publicKey: base64url(await publicKeyOf(bytes)),
      wrapped: await wrapKey(bytes, PASSPHRASE),
    }
    const user = await User.findBy('email', email)
    if (!user) continue
    made += await tenancy.run(tenant.id, async () => {
      if (await Holder.of(user.id)) return 0
      await addHolder(user.id, key, SYSTEM)
      return 1
    })
  }
  return made > 0 ? [`${made} porteurs de clé des marchés publics`] : []
}
