import { BaseModel, column } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Decimal, decimalInBase } from '#lib/values'

class Line extends BaseModel {
  static table = 'decimal_lines'
  @column({ isPrimary: true })
  declare id: number
  @column(decimalInBase)
  declare amount: Decimal
  @column(decimalInBase)
  declare rate: Decimal | null
}

/** No float holds any of them. */
const AMOUNTS = ['0.10', '-0.005', '123456789012345678901234567890.123456789', '2.500', '0']

test.group('Decimals in a numeric column', () => {
  test('they come back as they went, zeros and digits, and are added by the base', async ({
    assert,
  }) => {
    await db.transaction(async (trx) => {
      await trx.rawQuery(
        'create temporary table decimal_lines (id int primary key, amount numeric, rate numeric) on commit drop'
      )
      for (const [id, text] of AMOUNTS.entries())
        await Line.create({ id, amount: Decimal.parse(text), rate: null }, { client: trx })
      const lines = await Line.query({ client: trx }).orderBy('id')
      assert.deepEqual(
        lines.map((line) => [String(line.amount), line.rate]),
        AMOUNTS.map((text) => [text, null])
      )
      const { rows } = await trx.rawQuery('select sum(amount) as total from decimal_lines')
      const total = Decimal.sum(lines.map((line) => line.amount))
      assert.equal(decimalInBase.consume(rows[0].total)?.toString(), total.toString())
    })
  })
})
