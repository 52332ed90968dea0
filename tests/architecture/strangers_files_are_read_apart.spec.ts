import { test } from '@japa/runner'
import { readingRoots, readOutside } from './support/read_apart.js'
import { rule } from './support/rule.js'
import { house, planted } from './support/tree.js'

/** `a -> b`: a file that is not read apart imports what opens files, and why it may. */
const ALLOWED: Record<string, string> = {
  'app/console/backup/pack_server.ts -> tar-stream': 'packs the files of our own server',
  'app/console/member_copy/member_file.ts -> tar-stream': 'packs our own rows',
  'lib/backup/unpack_server.ts -> tar-stream':
    'lays out what we packed, that the operator names on the command line; names are bounded',
  'app/actes/formats/archive.ts -> tar-stream':
    'packs what we send; only simulators and tests read an archive by it',
  'app/archiving/formats/sip_tar.ts -> tar-stream': 'packs what we send',
  'lib/decp/read_xml.ts -> libxml2-wasm':
    'walks what the safe parser has read, in the offline program: a page will call it apart',
  'lib/decp/read_xml.ts -> lib/xml/document.ts':
    'the offline program reads the file of whoever runs it: a page will call it apart',
  'lib/eforms/check_notice.ts -> lib/xml/document.ts':
    'the offline program reads the file of whoever runs it: a page will call it apart',
  'app/archiving/settle.ts -> app/archiving/gateways/sip_file.ts':
    'the package was judged apart just before; what it holds goes to the store as a stream, bounded',
  'app/invoicing/rule_commands/invoicing_check.ts -> lib/einvoice/check/check.ts':
    'the offline command reads the file of whoever runs it, in a process of its own',
  'app/invoicing/rule_commands/invoicing_check.ts -> lib/einvoice/packs/packs.ts':
    'the official rules of the operator, in a process of its own',
  'lib/einvoice/convert/convert_file.ts -> lib/einvoice/container/open.ts':
    'the offline command converts the file of whoever runs it, in a process of its own',
  'lib/einvoice/convert/as_valid.ts -> lib/einvoice/check/judge.ts':
    'the same command judges what it has written',
  'lib/einvoice/packs/import_pack.ts -> lib/einvoice/packs/pack.ts':
    'the official rules of the operator, that its offline command imports',
  'app/invoicing/sending/send_file.ts -> lib/einvoice/check/check.ts':
    'the command of the operator reads the file of whoever runs it, in a process of its own',
  'app/ged/import/zip_source.ts -> yauzl':
    'the command of the operator reads it, in a process of its own; each entry is bounded, and judged before any is kept',
}

/** A mairie that opens what strangers send, apart and in three places that are not. */
const BREACHES = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: {
      '#lib/*': './lib/*.js',
      '#kernel/*': './app/kernel/*.js',
      '#mairie/*': './app/mairie/*.js',
    },
  }),
  'lib/xml.ts': `export { parseXml } from './xml/document.js'\nexport { xml } from './xml/template.js'\nexport type { Doc } from './xml/document.js'`,
  'lib/xml/document.ts': `import { XmlDocument } from 'libxml2-wasm'\nexport interface Doc {}\nexport const parseXml = XmlDocument`,
  'lib/xml/template.ts': `export const xml = ''`,
  'app/kernel/reading.ts': `export const defineReading = () => undefined`,
  'app/mairie/apart.ts': `import { defineReading } from '#kernel/reading'\nexport const readApart = defineReading<typeof read>(new URL('./read.js', import.meta.url), 'read')`,
  'app/mairie/read.ts': `import { parseXml } from '#lib/xml'\nimport PostalMime from 'postal-mime'\nexport const read = () => parseXml(PostalMime)`,
  'app/mairie/write.ts': `import { xml, type Doc } from '#lib/xml'\nexport const write = (doc: Doc) => xml`,
  'app/mairie/hurried.ts': `import { parseXml } from '#lib/xml'\nexport { parseXml }`,
  'app/mairie/zipped.ts': `import { open } from 'yauzl'\nexport { open }`,
  'app/mairie/direct.ts': `import { read } from '#mairie/read'\nread()`,
  'app/mairie/later.ts': `export const later = () => import('./read.js')`,
}
const UNUSED = 'app/mairie/write.ts -> yauzl'

test.group('Files of strangers', () => {
  test('reading modules are found', ({ assert }) => {
    assert.isAbove(readingRoots(house).length, 8)
  })

  rule('only reading modules open them', {
    house: () => readOutside(house, ALLOWED),
    planted: () => planted(BREACHES, (tree) => readOutside(tree, { [UNUSED]: 'none' })),
    catches: [
      /hurried\.ts -> lib\/xml\/document\.ts: what comes from outside/,
      /zipped\.ts -> yauzl/,
      /direct\.ts -> app\/mairie\/read\.ts/,
      /later\.ts -> app\/mairie\/read\.ts/,
      /write\.ts -> yauzl: this exception serves nobody/,
    ],
  })

  test('writing is nobody’s reading', async ({ assert }) => {
    const said = await planted(BREACHES, (tree) => readOutside(tree, {}))
    assert.lengthOf(said, 4)
  })
})
