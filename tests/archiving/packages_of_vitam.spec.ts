import { test } from '@japa/runner'
import { checkSip } from '#app/archiving/formats/ingest/check_sip'
import { openSipFile } from '#app/archiving/gateways/sip_file'
import { sharedData } from '#tests/helpers/shared_data'
import { officialSchema, termsOf } from './ingest_terms.js'

const schemas = officialSchema('2.3')

test.group('Packages published by Programme Vitam', () => {
  const cookbook = 'vitam-engine/SigningInformation-cookbook'
  // Two of the recipes use elements that the official schema does not have (Extended is abstract
  // there, UpdateOperation is Vitam's own): an archive without extensions refuses them.
  for (const [path, agreement, detail] of [
    ['vitam-engine/OK_SIPwithProfilRNG.zip', 'ArchivalAgreement0', 'UNITS_RULES_COMPUTE.OK'],
    [
      `${cookbook}/1- Cas simple  - Document simple signé horodaté/SIP.zip`,
      'changeIt',
      'UNITS_RULES_COMPUTE.OK',
    ],
    [
      `${cookbook}/2- Binaire unique avec document signé horodaté et preuves complémentaires/SIP.zip`,
      'changeIt',
      'UNITS_RULES_COMPUTE.OK',
    ],
    [`${cookbook}/3- Binaires multiples/SIP.zip`, 'changeIt', 'UNITS_RULES_COMPUTE.OK'],
    [
      `${cookbook}/4- Binaires multiples avec arborescence râteau/SIP.zip`,
      'changeIt',
      'UNITS_RULES_COMPUTE.OK',
    ],
    [
      `${cookbook}/5- Duplication de métadonnées dans l'unité d'archines racine/SIP.zip`,
      'changeIt',
      'UNITS_RULES_COMPUTE.OK',
    ],
    [
      `${cookbook}/6- Rattachement de preuves complémentaires/SIP-1.zip`,
      'changeIt',
      'UNITS_RULES_COMPUTE.OK',
    ],
    [
      `${cookbook}/6- Rattachement de preuves complémentaires/SIP-2.zip`,
      'changeIt',
      'CHECK_SEDA.NOT_XSD_VALID.KO',
    ],
    [
      `${cookbook}/7- Champs libres (extensions)/SIP.zip`,
      'changeIt',
      'CHECK_SEDA.NOT_XSD_VALID.KO',
    ],
  ]) {
    const file = sharedData('ged', path)
    test(`${path.split('/').slice(-2).join('/')} gives ${detail}`, async ({ assert }) => {
      const sip = await openSipFile(file!)
      const manifest = String(await sip.read('manifest.xml', 1024 ** 2))
      sip.close()
      const named = (element: string) => new RegExp(`<${element}>([^<]*)`).exec(manifest)?.[1]
      const profile = named('ArchivalProfile')
      const terms = termsOf(named('ArchivalAgreement') ?? agreement, {
        profiles: profile ? [profile] : [],
      })
      const { events } = await checkSip(() => openSipFile(file!), terms)
      assert.equal(events.at(-1)!.detail, detail)
    }).skip(!file || !schemas, 'the packages or the official schemas are not on this machine')
  }
})
