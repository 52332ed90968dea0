import { buildHolderKey, buildTrousseau, newKeyPair, parseTrousseau } from '#lib/sealing'
import { WrongUsage, type Answer, type Command } from './command.js'
import { WritingFolder } from './disk.js'
import { writeAllOrNothing } from './out.js'

export const keys: Command = {
  usage: '--tender UUID --threshold K --holder ID… --envelope NOM… --out DOSSIER',
  options: { tender: 'one', threshold: 'one', holder: 'some', envelope: 'some', out: 'one' },
  async run(given): Promise<Answer> {
    const threshold = given.one('threshold')
    if (!/^\d{1,4}$/.test(threshold)) throw new WrongUsage('« --threshold » attend un nombre.')
    const [tender, out] = [given.one('tender'), given.one('out')]
    if (!given.has('holder') || !given.has('envelope'))
      throw new WrongUsage('Nommez les porteurs (--holder) et les enveloppes (--envelope).')
    const pairs = await Promise.all(
      given.some('holder').map(async (id) => ({ id, ...(await newKeyPair()) }))
    )
    const bytes = await buildTrousseau({
      tender,
      envelopes: given.some('envelope'),
      holders: pairs.map(({ id, publicKey }) => ({ id, publicKey })),
      threshold: Number(threshold),
    })
    const { fingerprint } = await parseTrousseau(bytes)
    const names = ['trousseau.json', ...pairs.map(({ id }) => `${id}.key.json`)]
    await writeAllOrNothing(
      out,
      (there) => !there.some((one) => names.includes(one)),
      async () => {
        const folder = new WritingFolder(out)
        for (const { id, privateKey } of pairs)
          await folder.append(`${id}.key.json`, buildHolderKey({ holder: id, privateKey }), 0o600)
        await folder.append('trousseau.json', bytes)
        await folder.close()
      }
    )
    return {
      value: { tender, fingerprint, threshold: Number(threshold), files: names },
      lines: [
        `Trousseau de ${pairs.length} porteurs, dont ${threshold} suffisent, empreinte ${fingerprint}.`,
      ],
    }
  },
}
