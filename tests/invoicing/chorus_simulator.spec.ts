import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { sharedData } from '#tests/helpers/shared_data'
import { DEMO_ACCOUNTS, start } from '../../simulators/chorus/index.js'
import { SCENARIOS } from '../../simulators/chorus/scenarios.js'
import { facturX } from './chorus_world.js'
import { faultsOf, type Definitions } from './swagger.js'

const SIRET = '21350901100010'

const definitions = (): Definitions | null => {
  const path = sharedData('einvoicing', 'api', 'chorus-pro-factures-openapi.json')
  return path && JSON.parse(readFileSync(path, 'utf8')).definitions
}

test.group('The simulated Chorus Pro', (group) => {
  let folder: string
  let chorus: Awaited<ReturnType<typeof start>>
  group.each.setup(async () => {
    folder = mkdtempSync(join(tmpdir(), 'halle-chorus-'))
    chorus = await start({ dataDir: folder, slowMs: 30 })
    return async () => {
      await chorus.stop()
      rmSync(folder, { recursive: true })
    }
  })

  const token = async (secret = DEMO_ACCOUNTS.clientSecret) => {
    const answer = await fetch(`${chorus.url}/api/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: DEMO_ACCOUNTS.clientId,
        client_secret: secret,
      }),
    })
    return { status: answer.status, body: (await answer.json()) as any }
  }
  const ask = async (path: string, body: object, password = DEMO_ACCOUNTS.accountPassword) => {
    const { access_token: bearer } = (await token()).body
    const account = Buffer.from(`TECH_${SIRET}@cpro.test:${password}`).toString('base64')
    const answer = await fetch(`${chorus.url}/cpro${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'authorization': `Bearer ${bearer}`, 'cpro-account': account },
    })
    return { status: answer.status, body: (await answer.json()) as any }
  }
  const deposit = async (number = 'F-1', isAgain = false) =>
    chorus.deposit({
      bytes: await facturX(SIRET, number),
      fileName: 'facture.pdf',
      buyer: SIRET,
      isAgain,
    })
  const idOf = (taken: Awaited<ReturnType<typeof deposit>>) => ('id' in taken ? taken.id : 0)

  test('answers in the shapes of the published description', async ({ assert }) => {
    const known = definitions()!
    const id = idOf(await deposit())
    const f = '/factures/v1'
    const asked: [string, object, string][] = [
      [`${f}/rechercher/recipiendaire`, {}, 'WsRetourRechercheFactureRecipiendaireRest'],
      [`${f}/consulter/historique`, { idFacture: id }, 'WsRetourConsulterHistoriqueFacture'],
      [
        `${f}/telecharger/groupe`,
        { listeFacture: [{ idFacture: id }] },
        'WsRetourTelechargerGroupeFacture',
      ],
      [
        `${f}/traiter/recue`,
        { idFacture: id, nouveauStatut: 'SERVICE_FAIT' },
        'WsRetourTraiterFacture',
      ],
      [
        `${f}/deposer/flux`,
        {
          fichierFlux: (await facturX(SIRET, 'F-2')).toString('base64'),
          nomFichier: 'flux.pdf',
          syntaxeFlux: 'IN_DP_E2_CII_FACTURX',
        },
        'WsRetourDeposerFluxFacture',
      ],
    ]
    for (const [path, body, shape] of asked) {
      const answer = await ask(path, body)
      assert.equal(answer.body.codeRetour, 0, path)
      assert.deepEqual(faultsOf(answer.body, shape, known), [], path)
    }
    assert.isNotEmpty(faultsOf({ codeRetour: 'zéro' }, 'WsRetourTraiterFacture', known))
  }).skip(definitions() === null, 'the description of Chorus Pro is not on this machine')

  test('opens to the right application and the right account only', async ({ assert }) => {
    assert.equal((await token('faux')).status, 401)
    assert.equal((await ask('/transverses/v1/recuperer/tauxtva', {}, 'faux')).status, 401)
    assert.equal((await ask('/transverses/v1/recuperer/tauxtva', {})).body.codeRetour, 0)
  })

  test('gives tokens that expire', async ({ assert }) => {
    const short = await start({ dataDir: join(folder, 'short'), tokenSeconds: 0 })
    const old = chorus
    chorus = short
    assert.equal((await ask('/transverses/v1/recuperer/tauxtva', {})).status, 401)
    chorus = old
    await short.stop()
  })

  test('says 20000 for nothing, and pages what is long', async ({ assert }) => {
    const path = '/factures/v1/rechercher/recipiendaire'
    assert.equal((await ask(path, {})).body.codeRetour, 20000)
    for (const number of ['F-1', 'F-2', 'F-3']) await deposit(number)
    const page = await ask(path, {
      paramRecherche: { nbResultatsParPage: 2, pageResultatDemandee: 2 },
    })
    assert.deepInclude(page.body, { pages: 2, total: 3, pageCourante: 2 })
    assert.lengthOf(page.body.listeFactures, 1)
  })

  test('refuses the same invoice twice in a year, and a status out of place', async ({
    assert,
  }) => {
    const id = idOf(await deposit('F-1'))
    assert.property(await deposit('F-1'), 'refusal')
    const set = (nouveauStatut: string, motif?: string) =>
      ask('/factures/v1/traiter/recue', { idFacture: id, nouveauStatut, motif })
    assert.equal((await set('SUSPENDUE')).body.codeRetour, 20001)
    assert.equal((await set('SUSPENDUE', 'RIB absent')).body.codeRetour, 0)
    assert.equal((await set('SERVICE_FAIT')).body.codeRetour, 20002)
    chorus.pass(id, 'COMPLETEE')
    assert.equal((await set('SERVICE_FAIT')).body.codeRetour, 0)
    assert.equal((await set('SERVICE_FAIT')).body.codeRetour, 20002)
  })

  test('integrates a good flow after a while, and rejects a bad one with its rules', async ({
    assert,
  }) => {
    const report = async (bytes: Buffer) => {
      const { body } = await ask('/factures/v1/deposer/flux', {
        fichierFlux: bytes.toString('base64'),
        nomFichier: 'flux.pdf',
      })
      const read = () =>
        ask('/transverses/v1/consulterCRDetaille', { numeroFluxDepot: body.numeroFluxDepot })
      const first = (await read()).body.etatCourantDepotFlux
      for (;;) {
        const { body: said } = await read()
        if (said.etatCourantDepotFlux !== first) return said
      }
    }
    assert.equal((await report(await facturX(SIRET, 'F-9'))).etatCourantDepotFlux, 'IN_INTEGRE')
    const bad = await report(Buffer.from('%PDF-1.4 rien'))
    assert.equal(bad.etatCourantDepotFlux, 'IN_REJETE')
    assert.isNotEmpty(bad.listeErreurDP)
  })

  test('pays what was ordered after a while, by itself', async ({ assert }) => {
    const busy = await start({ dataDir: join(folder, 'busy'), accountantMs: 0 })
    const taken = await busy.deposit({ bytes: await facturX(SIRET, 'F-1'), fileName: 'f.pdf' })
    busy.pass(idOf(taken), 'MANDATEE')
    const [{ passed }] = busy.report().invoices
    assert.deepEqual(
      passed.slice(-3).map(({ status }) => status),
      ['MISE_A_DISPOSITION_COMPTABLE', 'COMPTABILISEE', 'MISE_EN_PAIEMENT']
    )
    await busy.stop()
  })

  test('knows what it knew once it is started again', async ({ assert }) => {
    await deposit('F-1')
    await chorus.stop()
    chorus = await start({ dataDir: folder })
    assert.equal(chorus.report().invoices[0].number, 'F-1')
    assert.property(await deposit('F-1'), 'refusal')
  })

  test('has a console that plays each scenario, and hands an invoice over again', async ({
    assert,
  }) => {
    const id = idOf(await deposit())
    const page = await (await fetch(`${chorus.url}/console`)).text()
    for (const name of Object.keys(SCENARIOS)) assert.include(page, `value="${name}"`)
    const order = (path: string) => fetch(`${chorus.url}/console/${path}`, { method: 'POST' })
    assert.equal((await order('scenario?nom=down')).status, 200)
    assert.equal((await order('scenario?nom=rien')).status, 422)
    const down = await fetch(`${chorus.url}/cpro/factures/v1/traiter/recue`, { method: 'POST' })
    assert.equal(down.status, 503)
    assert.equal((await order('scenario?nom=')).status, 200)
    assert.equal((await order(`gestes?id=${id}&geste=renvoyer`)).status, 200)
    const { status, passed } = chorus.report().invoices[0]
    assert.equal(status, 'MISE_A_DISPOSITION')
    assert.lengthOf(passed, 5)
  })
})
