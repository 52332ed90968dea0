import { test } from '@japa/runner'
import { readHolder } from '#lib/signature'
import { legalIdentifiersOf } from '#lib/signature/holder/legal_identifier'
import { judgeHolder } from '#lib/signature/holder/judge_holder'
import { natureOfSubject } from '#lib/signature/holder/nature'
import { isSamePerson } from '#lib/signature/holder/person_name'
import type { Subject } from '#lib/signature/holder/subject'
import { issue } from '../../../simulators/pki/authority.js'
import { personSubject } from '../../../simulators/pki/subjects.js'
import { demoSigners } from './demo_signers.js'

const SIREN = '213500012'

const subject = (said: Partial<Record<keyof Subject, string>>): Subject => {
  const list = (name: keyof Subject) => (said[name] === undefined ? [] : [said[name]])
  return {
    commonName: list('commonName'),
    surname: list('surname'),
    givenName: list('givenName'),
    serialNumber: list('serialNumber'),
    pseudonym: list('pseudonym'),
    organization: list('organization'),
    organizationalUnit: list('organizationalUnit'),
    organizationIdentifier: list('organizationIdentifier'),
  }
}
const parted = (givenName: string, surname: string) => subject({ givenName, surname })
const common = (commonName: string) => subject({ commonName })

test.group('The person whom a certificate names', () => {
  const same: [Subject, string][] = [
    [parted('Soizic', 'Madec'), 'Soizic Madec'],
    [parted('SOIZIC', 'MADEC'), 'Soizic Madec'],
    [common('Soizic MADEC'), 'Soizic Madec'],
    [common('MADEC Soizic'), 'Soizic Madec'],
    [common('MADEC, Soizic'), 'Soizic Madec'],
    [common('Mme Soizic MADEC'), 'Soizic Madec'],
    [common('Soizic MADEC 0102030405'), 'Soizic Madec'],
    [common('Soizic MADEC - Maire'), 'Soizic Madec'],
    [parted('Maelle', 'LE GOFF'), 'Maëlle Le Goff'],
    [common('MAËLLE LE-GOFF'), 'Maëlle Le Goff'],
    [parted('Jean Pierre', 'Martin'), 'Jean-Pierre Martin'],
    [parted('Loic', "D'ARGENTRE"), 'Loïc d’Argentré'],
    [parted('Nöel', 'LŒUFF'), 'Noël Loeuff'],
    [parted('Soizic', 'MADEC épouse LE GALL'), 'Soizic Madec'],
    [parted('Soizic', 'MADEC épouse LE GALL'), 'Soizic Le Gall'],
    [parted('Soizic', 'LE GALL ép. MADEC'), 'Soizic Madec'],
    [parted('Soizic', 'Madec (Le Gall)'), 'Soizic Madec-Le Gall'],
    [parted('Soizic', 'Le Gall'), 'Soizic Madec (née Le Gall)'],
    [parted('Soizic, Marie, Anne', 'Madec'), 'Soizic Madec'],
    [{ ...parted('Soizic', 'Le Gall'), commonName: ['Soizic MADEC'] }, 'Soizic Madec'],
    [common('LEGOFF Maëlle'), 'Le Goff Maëlle'],
  ]
  for (const [holder, fullName] of same) {
    test(`is ${fullName}: ${JSON.stringify(Object.values(holder).flat())}`, ({ assert }) => {
      assert.isTrue(isSamePerson(holder, fullName))
    })
  }

  const others: [Subject, string][] = [
    [parted('Goulven', 'Abgrall'), 'Soizic Madec'],
    [common('Goulven Abgrall'), 'Soizic Madec'],
    [parted('Annick', 'Madec'), 'Soizic Madec'],
    [parted('Soizic', 'Le Madec'), 'Soizic Madec'],
    [parted('Jean', 'Martin'), 'Jean-Pierre Martin'],
    [parted('Jean-Pierre', 'Martin'), 'Jean Martin'],
    [common('Madec'), 'Soizic Madec'],
    [common('S. Madec'), 'Soizic Madec'],
    [subject({ pseudonym: 'Soizic Madec' }), 'Soizic Madec'],
    [subject({}), 'Soizic Madec'],
    [parted('', ''), ''],
  ]
  for (const [holder, fullName] of others) {
    test(`is not ${fullName}: ${JSON.stringify(Object.values(holder).flat())}`, ({ assert }) => {
      assert.isFalse(isSamePerson(holder, fullName))
    })
  }
})

test.group('The collectivite that a certificate names', () => {
  const known: [Partial<Record<keyof Subject, string>>, (string | null)[]][] = [
    [{ organizationIdentifier: 'NTRFR-213500012' }, [SIREN]],
    [{ organizationIdentifier: 'NTRFR-21350001200017' }, [SIREN]],
    [{ organizationIdentifier: 'SI:FR-213500012' }, [SIREN]],
    [{ organizationIdentifier: 'VATFR-75213500012' }, [SIREN]],
    [{ organizationIdentifier: '213500012' }, [SIREN]],
    [{ organizationalUnit: '0002 213500012' }, [SIREN]],
    [{ organizationalUnit: '0002 213 500 012' }, [SIREN]],
    [{ organizationalUnit: '0002 21350001200017' }, [SIREN]],
    [{ organizationalUnit: '0009 21350001200017' }, [SIREN]],
    [{ serialNumber: 'NTRFR-213500012' }, [SIREN]],
    [{ serialNumber: 'SIREN 213500012' }, [SIREN]],
    [{ organizationIdentifier: 'NTRDE-HRB 12345' }, [null]],
    [{ organizationIdentifier: 'VATFR-213500012' }, [SIREN]],
    [{ organizationIdentifier: 'FR75213500012' }, [SIREN]],
    [{ organizationIdentifier: 'NTRFR-RCS Rennes 213 500 012' }, [SIREN]],
    [{ organizationIdentifier: 'EUIDFR3501.213500012' }, [SIREN]],
    [{ organizationIdentifier: 'SIRET:21350001200017' }, [SIREN]],
    [{ organizationIdentifier: 'Agrément 123456789' }, []],
    [{ organizationalUnit: 'SIREN : 213 500 012' }, [SIREN]],
    [{ organization: 'Commune de Kervalan (SIRET 21350001200017)' }, [SIREN]],
    [{ organization: 'Les Sirénes 213500012' }, []],
    [{ organizationalUnit: 'Direction générale' }, []],
    [{ serialNumber: 'PNOFR-1234567' }, []],
    [{ serialNumber: '0102030405' }, []],
    [
      { organizationIdentifier: 'NTRFR-213500012', organizationalUnit: '0002 243500015' },
      [SIREN, '243500015'],
    ],
  ]
  for (const [said, sirens] of known) {
    test(`${JSON.stringify(said)} names ${sirens.join() || 'none'}`, ({ assert }) => {
      assert.deepEqual(
        legalIdentifiersOf(subject(said)).map(({ siren }) => siren),
        sirens
      )
    })
  }
})

test.group('A seal is told from a person', () => {
  const organization = 'Commune de Kervalan'
  const seals = [
    { commonName: 'Cachet serveur - Commune de Kervalan', organization },
    { commonName: 'Commune de Kervalan', organization },
    { commonName: 'MAIRIE DE KERVALAN' },
    { commonName: 'La Communauté de communes du Pays de Landréval' },
    { commonName: 'Kervalan' },
    { organization },
    { commonName: 'Penn ar Roz', organization: 'Syndicat mixte Penn ar Roz' },
  ]
  for (const said of seals) {
    test(`${JSON.stringify(said)} is a seal`, ({ assert }) => {
      assert.equal(natureOfSubject(subject(said)), 'organisation')
    })
  }
  const people = [
    { commonName: 'Soizic Madec', organization },
    { commonName: 'Soizic Madec - Commune de Kervalan', organization },
    { commonName: 'Maire', givenName: 'Soizic', surname: 'Madec' },
    { commonName: 'Kervalan', serialNumber: 'IDCFR-12345' },
    { commonName: 'smadec', pseudonym: 'smadec' },
  ]
  for (const said of people) {
    test(`${JSON.stringify(said)} is a person`, ({ assert }) => {
      assert.equal(natureOfSubject(subject(said)), 'person')
    })
  }

  test('those of the demonstration are told apart, and name their commune', async ({ assert }) => {
    const { mayor, seal } = await demoSigners()
    const [person, body] = [mayor, seal].map(({ certificate }) => readHolder(certificate))
    assert.deepEqual([person.nature, body.nature], ['person', 'organisation'])
    for (const one of [person, body]) assert.deepEqual(one.identifiers[0].siren, SIREN)
    assert.equal(person.organization, 'Commune de Kervalan')
  })
})

test.group('The judgement of a certificate', () => {
  const at = new Date('2026-11-28T10:00:00Z')
  const base = {
    name: 'Soizic Madec',
    organization: 'Commune de Kervalan',
    issuerName: 'AC',
    fingerprint: '00',
    notBefore: new Date('2026-01-01'),
    notAfter: new Date('2027-01-01'),
  }
  const natures = ['person', 'organisation'] as const
  const names = ['Soizic Madec', 'Goulven Abgrall']
  const sirens = [SIREN, '243500015', null, undefined]
  const days = [
    [at, null],
    [new Date('2025-12-31'), 'not_yet_valid'],
    [new Date('2027-01-02'), 'expired'],
  ] as const

  for (const nature of natures) {
    for (const name of names) {
      for (const siren of sirens) {
        for (const [day, date] of days) {
          for (const asked of ['her', 'her, linked', 'the collectivite'] as const) {
            const expected =
              date ??
              (asked === 'the collectivite'
                ? nature === 'person' && 'person_for_seal'
                : nature === 'organisation' && 'seal_for_person') ??
              null
            const whose = siren === SIREN || siren === undefined ? null : 'other_collectivite'
            const person = asked === 'her' && name !== 'Soizic Madec' ? 'other_person' : null
            const right = expected || whose || person
            test(`${nature} ${name}, ${siren}, ${day.toISOString()} for ${asked}: ${right}`, ({
              assert,
            }) => {
              const identifiers = siren === undefined ? [] : [{ siren, text: 'x' }]
              const holder = { ...base, nature, name, identifiers, subject: common(name) }
              const isLinked = asked === 'her, linked'
              const who =
                asked === 'the collectivite' ? null : { fullName: 'Soizic Madec', isLinked }
              assert.equal(judgeHolder(holder, { person: who, siren: SIREN, at: day }), right)
            })
          }
        }
      }
    }
  }

  test('reads what a real certificate says', async ({ assert }) => {
    const name = personSubject({ name: 'Commune d’Été', siren: SIREN }, 'Maëlle Le Goff')
    const { certificate } = await issue({ usage: 'signature', subject: name, years: 1 })
    const holder = readHolder(certificate)
    assert.equal(holder.name, 'Maëlle Le Goff')
    assert.isTrue(isSamePerson(holder.subject, 'LE GOFF Maelle'))
    assert.match(holder.fingerprint, /^[0-9a-f]{64}$/)
  })
})
