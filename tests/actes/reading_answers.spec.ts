import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from '@japa/runner'
import { readClassification } from '#app/actes/formats/classification_reader'
import { readMail } from '#app/actes/formats/mail_reader'
import { answerFingerprint, keysOf } from '#app/actes/formats/message_keys'
import { readMinistryMessage } from '#app/actes/formats/message_reader'
import { matiereChoices, typesPJOf } from '#app/actes/rules/classification'
import { SchemaSet, XmlRejected } from '#lib/xml'
import { sharedData } from '#tests/helpers/shared_data'

const samples = sharedData('actes', 'samples')
const sample = (path: string) => readFileSync(`${samples}/${path}`)
const read = (path: string) => readMinistryMessage(sample(path), basename(path))

const NS = 'xmlns:actes="http://www.interieur.gouv.fr/ACTES#v1.1-20040216"'
const text = (xml: string) => readMinistryMessage(Buffer.from(xml), 'x.xml')

test.group('Real answers of the ministry', (group) => {
  group.tap((t) => t.skip(!samples, 'the official samples are not on this machine'))

  test('reads an acknowledgement, its date to the letter', ({ assert }) => {
    const message = read('stela-dgcl/006-210600235-20180522-684-AI-1-2_5279.xml')
    assert.deepEqual(message, {
      kind: 'acknowledgement',
      acteId: '006-210600235-20180522-684-AI',
      receivedOn: '2018-05-28',
      acte: {
        numero: '684',
        decisionDate: '2018-05-22',
        natureCode: 3,
        objet: 'Contrat à durée déterminée - Jean Dupont',
      },
      classificationDate: '2017-04-19',
    })
  })

  test('reads an acknowledgement in windows-1252 that repeats its parts', ({ assert }) => {
    const message = read('pastell-actes/ar-actes.xml')
    assert.containsSubset(message, {
      kind: 'acknowledgement',
      acteId: '069-123456789-20130601-20130623C-AI',
      receivedOn: '2013-06-23',
      acte: { numero: '20130623C', natureCode: 3 },
    })
  })

  test('finds the keys of an anomaly whose name says nothing', ({ assert }) => {
    const message = read('stela-dgcl/044-214400152----1-3_1.xml')
    assert.containsSubset(message, { kind: 'anomaly', nature: '002' })
    assert.deepEqual(keysOf(message, '214400152'), {
      acteId: null,
      envelope: null,
      siren: '214400152',
      numero: '123456',
      decisionDate: '2018-10-01',
      natureCode: 1,
    })
  })

  test('reads an anomaly of envelope with a nature outside of the schema', ({ assert }) => {
    const message = read('stela-dgcl/ANO_EACT--214400152--20180925-1.xml')
    assert.containsSubset(message, {
      kind: 'envelope_anomaly',
      nature: '999',
      envelope: 'EACT--214400152--20180925-1',
      siren: '214400152',
    })
    assert.equal(keysOf(message, null).envelope, 'EACT--214400152--20180925-1')
  })

  test('reads the envelope of a sous-prefecture', ({ assert }) => {
    const message = read('stela-dgcl/EACT--SPREF0441-214400152-20181012-9.xml')
    assert.deepEqual(message, {
      kind: 'envelope',
      siren: '214400152',
      sender: 'IDSousPref',
      messageNames: ['044-214400152----1-3_1.xml'],
    })
  })

  test('reads {path} as {kind}')
    .with([
      { path: 'pastell-actes/aractes.xml', kind: 'acknowledgement' },
      { path: 'pastell-actes/aractes-service.xml', kind: 'acknowledgement' },
      { path: 's2low-responses/999-1234----7-2_1.xml', kind: 'classification' },
      { path: 's2low-responses/999-1234----7-2_7.xml', kind: 'classification' },
      { path: 'stela-dgcl/exemple_codes_matieres.xml', kind: 'classification' },
      { path: 'pastell-actes/classification.xml', kind: 'classification' },
      { path: 's2low-fixtures/001-000000000-20170130-TEST42-DE-3-4_0.xml', kind: 'unknown' },
    ])
    .run(({ assert }, { path, kind }) => {
      assert.equal(read(path).kind, kind)
    })

  test('reads the whole classification: natures, types and all levels of matieres', ({
    assert,
  }) => {
    const classification = readClassification(sample('s2low-responses/999-1234----7-2_1.xml'))
    assert.equal(classification.date, '2019-04-18')
    const types = classification.natures.flatMap(({ typesPJ }) => typesPJ)
    assert.equal(types.length, 115)
    assert.equal(typesPJOf(classification, 1)[0].code, '99_DE')
    assert.deepEqual(
      classification.natures.map(({ abrege }) => abrege),
      ['DE', 'AR', 'AI', 'CC', 'BF', 'AU']
    )
    const all = matiereChoices(classification).length + classification.matieres.length
    assert.equal(all, 291)
  })

  test('the official schema agrees with what we read, but for nature 999', ({ assert }) => {
    const schema = SchemaSet.load(sharedData('actes', 'xsd-actes-typo', 'actesv1_1.xsd')!)
    const validity = (path: string) => schema.validate(sample(path)).length === 0
    assert.isTrue(validity('stela-dgcl/006-210600235-20180522-684-AI-1-2_5279.xml'))
    assert.isTrue(validity('stela-dgcl/044-214400152----1-3_1.xml'))
    assert.isTrue(validity('stela-dgcl/EACT--SPREF0441-214400152-20181012-9.xml'))
    assert.isFalse(validity('stela-dgcl/ANO_EACT--214400152--20180925-1.xml'))
  })
})

test.group('Letters, deferral, cancellation', () => {
  const id = '035-213502388-20261120-2026_045-DE'
  const document = '<actes:Document><actes:NomFichier>a.pdf</actes:NomFichier></actes:Document>'

  test('are told apart by their root')
    .with([
      { root: 'CourrierSimple', type: '2-1', body: document, text: null },
      {
        root: 'DemandePieceComplementaire',
        type: '3-1',
        body: `<actes:DescriptionPieces>Le plan</actes:DescriptionPieces>${document}`,
        text: 'Le plan',
      },
      {
        root: 'LettreObservations',
        type: '4-1',
        body: `<actes:Motif>Quorum</actes:Motif>${document}`,
        text: 'Quorum',
      },
    ])
    .run(({ assert }, { root, type, body, text: expected }) => {
      const message = text(
        `<actes:${root} ${NS} actes:IDActe="${id}" actes:DateCourrierPref="2026-11-25">${body}</actes:${root}>`
      )
      assert.deepEqual(message, {
        kind: 'letter',
        type: type as '2-1',
        acteId: id,
        date: '2026-11-25',
        text: expected,
        documentNames: ['a.pdf'],
      })
    })

  test('reads a deferral and a cancellation acknowledged', ({ assert }) => {
    assert.containsSubset(
      text(
        `<actes:DefereTA ${NS} actes:IDActe="${id}"><actes:DateDepot>2026-12-01</actes:DateDepot><actes:NatureIllegalite>Incompétence</actes:NatureIllegalite><actes:PiecesJointes/></actes:DefereTA>`
      ),
      { kind: 'deferral', text: 'Incompétence', documentNames: [] }
    )
    const cancelled = text(
      `<actes:ARAnnulation ${NS} actes:IDActe="${id}" actes:DateReception="2026-11-23"/>`
    )
    assert.equal(cancelled.kind, 'cancellation_acknowledgement')
    assert.equal(keysOf(cancelled, null).siren, '213502388')
  })

  test('the same answer twice has one fingerprint, two answers have two', ({ assert }) => {
    const ack = (day: string) =>
      text(`<actes:ARAnnulation ${NS} actes:IDActe="${id}" actes:DateReception="${day}"/>`)
    const print = (day: string, sending = 'TACT--1') =>
      answerFingerprint(ack(day), keysOf(ack(day), null), { sending, content: day })
    assert.equal(print('2026-11-23'), print('2026-11-23'))
    assert.notEqual(print('2026-11-23'), print('2026-11-24'))
    assert.notEqual(print('2026-11-23'), print('2026-11-23', 'TACT--2'))
  })

  test('two letters of the same day are two, unless they are the same words', ({ assert }) => {
    const letter = text(
      `<actes:CourrierSimple ${NS} actes:IDActe="${id}" actes:DateCourrierPref="2026-11-23"/>`
    )
    const print = (content: string, sending = 'TACT--1') =>
      answerFingerprint(letter, keysOf(letter, null), { sending, content })
    assert.equal(print('a'), print('a', 'TACT--2'))
    assert.notEqual(print('a'), print('b'))
  })
})

test.group('Mails of the ministry', () => {
  const file = (name: string, content: string, mediaType = 'application/xml') => ({
    name,
    mediaType,
    bytes: Buffer.from(content),
  })
  const envelope = file(
    'EACT--SPREF0351-213502388-20261122-1.xml',
    `<actes:EnveloppeMISILLCL ${NS} xmlns:insee="http://xml.insee.fr/schema"><actes:Destinataire insee:SIREN="213502388"/></actes:EnveloppeMISILLCL>`
  )
  const unchanged = file(
    'm.xml',
    `<actes:ReponseClassificationSansChangement ${NS}><actes:DateClassification>2026-01-05</actes:DateClassification></actes:ReponseClassificationSansChangement>`
  )

  test('gives the messages, the SIREN of the envelope and the documents', ({ assert }) => {
    const letter = file('lettre.pdf', '%PDF-1.7', 'application/pdf')
    const mail = readMail([envelope, unchanged, letter], '')
    if (mail.state !== 'understood') throw new Error(mail.state)
    assert.equal(mail.siren, '213502388')
    assert.equal(mail.messages[0].message.kind, 'classification_unchanged')
    assert.deepEqual(
      mail.documents.map(({ name }) => name),
      ['lettre.pdf']
    )
  })

  test('ignores a multicanal mail without XML, and only that', ({ assert }) => {
    const body = 'il s’agit d’un acte dont la transmission est effectuée en multi canal.'
    assert.equal(readMail([], body).state, 'ignored')
    assert.equal(readMail([], 'Bonjour').state, 'unreadable')
  })

  test('sets aside what it cannot read, and says why')
    .with([
      { files: [envelope], reason: /sans message/ },
      { files: [envelope, file('m.xml', '<inconnu/>')], reason: /inconnu/ },
      { files: [envelope, file('m.xml', '<a><b></a>')], reason: /mal formé/ },
      { files: [file('m.xml', '<!DOCTYPE a><a/>')], reason: /DOCTYPE/ },
    ])
    .run(({ assert }, { files, reason }) => {
      const mail = readMail(files, '')
      assert.equal(mail.state, 'unreadable')
      if (mail.state === 'unreadable') assert.match(mail.error, reason)
    })

  test('a message that is no XML is rejected when read alone', ({ assert }) => {
    assert.throws(() => text('bonjour'), XmlRejected)
  })
})
