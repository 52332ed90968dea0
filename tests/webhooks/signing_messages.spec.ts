import { createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import { bodyOf, messageId } from '#app/webhooks/formats/message'
import { signaturesOf } from '#app/webhooks/formats/signature'

// From the specification and its libraries (Standard Webhooks 1.0.0)
const KNOWN = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1614265330,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
}

test.group('The signature of a message', () => {
  test('is the one that every library of the convention computes', ({ assert }) => {
    assert.equal(signaturesOf(KNOWN, [KNOWN.secret]), KNOWN.signature)
  })

  test('is made by each valid secret, with a space between', ({ assert }) => {
    const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
    const byHand = createHmac('sha256', Buffer.alloc(32, 7))
      .update(`${KNOWN.id}.${KNOWN.timestamp}.${KNOWN.body}`)
      .digest('base64')
    assert.equal(signaturesOf(KNOWN, [other, KNOWN.secret]), `v1,${byHand} ${KNOWN.signature}`)
  })
})

test.group('The body of a message', () => {
  test('says what, when, and which thing', ({ assert }) => {
    const at = new Date('2026-11-29T10:00:00.123Z')
    const body = bodyOf({ type: 'mairie.vote_counted', at, data: { voteId: '1' } })
    assert.equal(
      body,
      '{"type":"mairie.vote_counted","timestamp":"2026-11-29T10:00:00.123Z","data":{"voteId":"1"}}'
    )
  })

  test('is named after the fact, without a dot', ({ assert }) => {
    assert.equal(
      messageId('0193a5c8-7f2e-7c31-9d4b-5a6f7e8d9c0b'),
      'msg_0193a5c87f2e7c319d4b5a6f7e8d9c0b'
    )
  })
})
