import { test } from '@japa/runner'
import { parseXml, XmlRejected } from '#lib/xml'
import { readXml } from '#lib/xml/tree/reader'
import { checkFile } from '#lib/einvoice'
import { sampleInvoice } from './sample.js'

const codeOf = (read: () => unknown): string => {
  try {
    read()
    return 'read'
  } catch (error) {
    if (error instanceof XmlRejected) return error.code
    throw error
  }
}

const DOCUMENTS = [
  '<a/>',
  '<a>1 &lt; 2 &#233;&#x1F600;</a>',
  '<a><![CDATA[<b>]]></a>',
  '<?xml version="1.0"?>\n<!-- x --><a/>\n<?p y?>',
  '<a xmlns:x="u"><x:b x:c="1"/></a>',
  '<é à="ü"/>',
  '<a>]]&gt;</a>',
  '<a b = "1"\n/>',
  '<a>\r\n</a>',
  '<a><b></b ></a>',
  '<a',
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a b="1" b="2"/>',
  '<a b=1/>',
  '<a b="<"/>',
  '<x:a/>',
  '<a>&nbsp;</a>',
  '<a>&</a>',
  '<a>& b</a>',
  '<a>&#0;</a>',
  '<a>&#xD800;</a>',
  '<a>\u0001</a>',
  '<a>]]></a>',
  'x<a/>',
  '<a/>x',
  '<a><!-- -- --></a>',
  '<a><!-- x',
  '<a><![CDATA[x</a>',
  '<a><?xml version="1.0"?></a>',
  ' <?xml version="1.0"?><a/>',
  '<a b="1"c="2"/>',
  '<1a/>',
  '<a:b:c xmlns:a="u"/>',
  '<a></a',
  '',
  '   ',
  // What no document may hold, wherever it stands (XML 1.0 §2.2)
  ...['\u0001', '\u000b', '\ufffe', '\u0000'].flatMap((sign) => [
    `<a>x${sign}</a>`,
    `<a>${sign}</a>`,
    `<a> <b/>${sign}</a>`,
    `<a b="${sign}"/>`,
    `<a${sign}/>`,
    `<a ${sign}b="1"/>`,
    `<a></a${sign}>`,
    `<a><![CDATA[${sign}]]></a>`,
    `<a><!-- ${sign} --></a>`,
    `<a><?p ${sign}?></a>`,
    `<?xml version="1.0"${sign}?><a/>`,
    `${sign}<a/>`,
    `<a/>${sign}`,
  ]),
  '<a>\u007f\u0085\ufeff</a>',
]

test.group('What comes from outside', () => {
  for (const text of DOCUMENTS) {
    test(`is read or refused as libxml2 does: ${JSON.stringify(text)}`, ({ assert }) => {
      const [ours, theirs] = [readXml, parseXml].map(
        (read) => codeOf(() => read(Buffer.from(text))) === 'read'
      )
      assert.equal(ours, theirs)
    })
  }

  test('is read whatever its encoding is, when it says so', async ({ assert }) => {
    const text = sampleInvoice().replace('UTF-8', 'UTF-16')
    const { verdict } = await checkFile(Buffer.from(`\ufeff${text}`, 'utf16le'))
    assert.equal(verdict, 'valid')
    const latin = Buffer.from(
      sampleInvoice().replace('UTF-8', 'ISO-8859-1').replaceAll(/[’€]/g, ''),
      'latin1'
    )
    assert.equal((await checkFile(latin)).verdict, 'valid')
  })

  const REFUSED: [says: string, bytes: Buffer, id: string][] = [
    [
      'a DOCTYPE',
      Buffer.from(
        sampleInvoice().replace(
          '?>\n',
          '?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        )
      ),
      'E_XML_DOCTYPE',
    ],
    ['an entity', Buffer.from(sampleInvoice().replace('Ramette', '&e;')), 'E_XML_ENTITY'],
    ['a false encoding', Buffer.from(sampleInvoice(), 'utf16le'), 'E_XML_ENCODING'],
    ['half a file', Buffer.from(sampleInvoice().slice(0, 3_000)), 'E_XML_MALFORMED'],
    ['nothing', Buffer.alloc(0), 'E_XML_EMPTY'],
    ['another document', Buffer.from('<html/>'), 'E_INVOICE_FORMAT'],
    ['a root of another namespace', Buffer.from('<Invoice xmlns="urn:x"/>'), 'E_INVOICE_FORMAT'],
    [
      'a CII of another version',
      Buffer.from(sampleInvoice().replace('CrossIndustryInvoice:100', 'CrossIndustryInvoice:99')),
      'E_INVOICE_FORMAT',
    ],
    ['a broken PDF', Buffer.from('%PDF-1.7 nothing'), 'E_PDF_UNREADABLE'],
  ]
  for (const [says, bytes, id] of REFUSED) {
    test(`is unreadable with ${says}, and one sentence says why`, async ({ assert }) => {
      const { verdict, rules } = await checkFile(bytes)
      assert.equal(verdict, 'unreadable')
      assert.deepEqual(
        rules.map((one) => one.id),
        [id]
      )
      assert.match(rules[0].message, /^\p{Lu}.*\.$/u)
      assert.notMatch(rules[0].message, /passwd|root|\/etc/)
    })
  }

  test('is told of no term that stands in a false namespace, whatever the root is of', async ({
    assert,
  }) => {
    const text = sampleInvoice().replace('InformationEntity:100', 'InformationEntity:99')
    const { verdict, rules } = await checkFile(Buffer.from(text))
    assert.equal(verdict, 'invalid')
    assert.includeMembers(
      rules.map(({ term }) => term),
      ['BT-1', 'BT-24']
    )
  })

  test('may hold the word DOCTYPE in a text', async ({ assert }) => {
    const { verdict } = await checkFile(
      Buffer.from(sampleInvoice().replace('Ramette', '&lt;!DOCTYPE html&gt;'))
    )
    assert.equal(verdict, 'valid')
  })
})
