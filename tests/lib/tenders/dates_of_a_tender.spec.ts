import { test } from '@japa/runner'
import { tenders } from '../sealing/tenders_command.js'

const run = (line: string) => tenders(...line.split(' '), '--json')

test.group('Late, to the millisecond', () => {
  const at = (deadline: string, zone: string, received: string) =>
    run(`late --deadline ${deadline} --zone ${zone} --received ${received}`)

  const CASES: [deadline: string, zone: string, received: string, instant: string, byMs: number][] =
    [
      [
        '2026-11-27T17:00:00',
        'Europe/Paris',
        '2026-11-27T16:00:00.000Z',
        '2026-11-27T16:00:00.000Z',
        0,
      ],
      [
        '2026-11-27T17:00',
        'Europe/Paris',
        '2026-11-27T16:00:00.001Z',
        '2026-11-27T16:00:00.000Z',
        1,
      ],
      [
        '2026-11-27T17:00:00',
        'Europe/Paris',
        '2026-11-27T16:00:00.000000001Z',
        '2026-11-27T16:00:00.000Z',
        1,
      ],
      [
        '2026-11-27T17:00:00',
        'Europe/Paris',
        '2026-11-27T17:00:25+01:00',
        '2026-11-27T16:00:00.000Z',
        25_000,
      ],
      [
        '2026-07-01T12:00:00',
        'Europe/Paris',
        '2026-07-01T09:00:00Z',
        '2026-07-01T10:00:00.000Z',
        0,
      ],
      [
        '2026-11-27T12:00:00',
        'America/Martinique',
        '2026-11-27T16:00:01Z',
        '2026-11-27T16:00:00.000Z',
        1_000,
      ],
      [
        '2026-11-27T12:00:00',
        'Pacific/Noumea',
        '2026-11-27T01:00:00Z',
        '2026-11-27T01:00:00.000Z',
        0,
      ],
      // The hours on either side of a change of the clocks exist once.
      [
        '2027-03-28T01:59:59',
        'Europe/Paris',
        '2027-03-28T01:00:00Z',
        '2027-03-28T00:59:59.000Z',
        1_000,
      ],
      [
        '2027-03-28T03:00:00',
        'Europe/Paris',
        '2027-03-28T01:00:00Z',
        '2027-03-28T01:00:00.000Z',
        0,
      ],
      [
        '2027-10-31T01:59:59',
        'Europe/Paris',
        '2027-10-30T23:59:59Z',
        '2027-10-30T23:59:59.000Z',
        0,
      ],
      [
        '2027-10-31T03:00:00',
        'Europe/Paris',
        '2027-10-31T02:00:00Z',
        '2027-10-31T02:00:00.000Z',
        0,
      ],
    ]
  for (const [deadline, zone, received, instant, byMs] of CASES) {
    test(`${deadline} in ${zone}, received ${received}: ${byMs} ms late`, async ({ assert }) => {
      const { status, answer } = await at(deadline, zone, received)
      assert.equal(status, 0)
      assert.deepEqual(answer, { deadline: instant, late: byMs > 0, byMs })
    })
  }

  const REFUSED: [local: string, zone: string, code: string][] = [
    ['2027-03-28T02:00:00', 'Europe/Paris', 'hour-missing'],
    ['2027-03-28T02:59:59.999', 'Europe/Paris', 'hour-missing'],
    ['2027-10-31T02:00:00', 'Europe/Paris', 'hour-twice'],
    ['2027-10-31T02:59:59', 'Europe/Paris', 'hour-twice'],
    ['2026-05-16T02:30:00', 'America/Miquelon', 'none'],
    // Half an hour only.
    ['2026-10-04T02:15:00', 'Australia/Lord_Howe', 'hour-missing'],
    ['2026-04-05T01:45:00', 'Australia/Lord_Howe', 'hour-twice'],
  ]
  for (const [local, zone, code] of REFUSED) {
    test(`${local} in ${zone} is refused when a clock does not show it once (${code})`, async ({
      assert,
    }) => {
      const { status, answer } = await at(local, zone, '2026-01-01T00:00:00Z')
      assert.equal(answer.error?.code ?? 'none', code)
      assert.equal(status, code === 'none' ? 0 : 1)
    })
  }

  test('what is no hour, no zone, or an instant without its offset is wrongly written', async ({
    assert,
  }) => {
    const right: [string, string, string] = [
      '2026-11-27T17:00:00',
      'Europe/Paris',
      '2026-11-27T16:00:00Z',
    ]
    for (const [place, wrong] of [
      [0, '2026-11-31T17:00:00'],
      [0, '17:00'],
      [0, '2026-11-27T17:00:00Z'],
      [1, 'Europe/Kervalan'],
      [2, '2026-11-27T16:00:00'],
      [2, 'hier'],
    ] as const) {
      const { status, answer } = await at(...(right.with(place, wrong) as typeof right))
      assert.equal(status, 2, wrong)
      assert.equal(answer.error.code, 'usage')
    }
  })
})

test.group('The calendar of a tender', () => {
  const CASES: [line: string, answer: object][] = [
    [
      'standstill --sent 2026-11-20 --electronic',
      { lastDay: '2026-11-30', signableFrom: '2026-12-01' },
    ],
    [
      'standstill --sent 2026-12-28 --electronic',
      { lastDay: '2027-01-07', signableFrom: '2027-01-08' },
    ],
    // CE 347526: neither a Sunday nor a holiday moves it.
    ['standstill --sent 2010-12-28 --paper', { lastDay: '2011-01-12', signableFrom: '2011-01-13' }],
    [
      'standstill --sent 2026-11-19 --electronic',
      { lastDay: '2026-11-29', signableFrom: '2026-11-30' },
    ],
    ['deadline --procedure AOO --sent 2026-10-12', { minimumEnds: '2026-11-12', days: 30 }],
    ['deadline --procedure AOO --sent 2026-11-25', { minimumEnds: '2026-12-28', days: 30 }],
    ['deadline --procedure AOO --sent 2026-11-25 --paper', { minimumEnds: '2026-12-30', days: 35 }],
    [
      'deadline --procedure AOO --sent 2026-11-25 --urgent',
      { minimumEnds: '2026-12-10', days: 15 },
    ],
    [
      'deadline --procedure AOO --sent 2026-11-25 --paper --pin',
      { minimumEnds: '2026-12-10', days: 15 },
    ],
    [
      'deadline --procedure AOR-candidatures --sent 2026-11-02 --pin',
      { minimumEnds: '2026-12-02', days: 30 },
    ],
    [
      'deadline --procedure AOR-candidatures --sent 2026-11-02 --urgent',
      { minimumEnds: '2026-11-17', days: 15 },
    ],
    ['deadline --procedure AOR-offres --sent 2026-11-02', { minimumEnds: '2026-11-27', days: 25 }],
    [
      'deadline --procedure AOR-offres --sent 2026-11-02 --paper',
      { minimumEnds: '2026-12-02', days: 30 },
    ],
    ['deadline --procedure PAN-offres --sent 2026-11-02', { minimumEnds: '2026-11-27', days: 25 }],
    [
      'deadline --procedure PAN-offres --sent 2026-11-02 --pin',
      { minimumEnds: '2026-11-12', days: 10 },
    ],
    ['decp --notified 2026-11-29', { due: '2027-01-29' }],
    ['decp --notified 2026-12-31', { due: '2027-02-28' }],
  ]
  for (const [line, expected] of CASES) {
    test(line, async ({ assert }) => {
      const { status, answer } = await run(`calendar ${line}`)
      assert.equal(status, 0)
      assert.deepEqual(answer, expected)
    })
  }

  for (const line of [
    'standstill --sent 2026-11-20',
    'standstill --sent 2026-11-20 --electronic --paper',
    'standstill --sent 2026-02-30 --paper',
    'standstill --sent 20/11/2026 --paper',
    'deadline --procedure MAPA --sent 2026-11-20',
    'decp --sent 2026-11-20',
    'decp --notified 2026-11-20 --paper',
    'fin --sent 2026-11-20',
  ])
    test(`${line} is wrongly written`, async ({ assert }) => {
      assert.equal((await run(`calendar ${line}`)).status, 2)
    })
})
