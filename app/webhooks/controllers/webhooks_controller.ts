import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf } from '#web/cursor'
import { mustBeCurrent, nowSaved, seenIn, type SharedForm } from '#web/forms/shared_form'
import { here } from '#web/here'
import { changeWebhook, openWebhook, removeWebhook, ROTATION_DAYS } from '../keeping.js'
import Webhook from '../models/webhook.js'
import { choicesOf, labelOf } from '../screens/choices_screen.js'
import { deliveriesPage, missedBy, stateOf } from '../screens/webhook_screen.js'
import { wantedIn } from '../validator.js'

/** Two people who administer may have the same webhook open. */
const sharedWebhook = ({ id, url, description, events }: Webhook): SharedForm => ({
  key: `webhook:${id}`,
  what: 'ce webhook',
  stored: { url, description, events: events.map(labelOf) },
  labels: { url: 'Adresse', description: 'Logiciel prévenu', events: 'Ce qu’il apprend' },
})

export default class WebhooksController {
  async index({ view }: HttpContext) {
    const webhooks = await Webhook.query().orderBy('description').orderBy('id')
    return view.render('webhooks/index', {
      webhooks: webhooks.map((row) => ({ row, state: stateOf(row) })),
    })
  }

  async create({ view, tenant }: HttpContext) {
    return view.render('webhooks/create', { choices: choicesOf(tenant) })
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: nobody has seen yet what it opens
    const { webhook, secret } = await openWebhook(await wantedIn(ctx), ctx.actor)
    return ctx.view.render('webhooks/secret', { webhook, secret, days: null })
  }

  async show({ params, request, view }: HttpContext) {
    const webhook = await Webhook.get(params.id)
    return view.render('webhooks/show', {
      webhook,
      state: stateOf(webhook),
      told: webhook.events.map(labelOf),
      missed: await missedBy(webhook.id),
      days: ROTATION_DAYS,
      ...(await deliveriesPage(webhook.id, cursorOf(request))),
    })
  }

  async edit({ params, view, tenant }: HttpContext) {
    const webhook = await Webhook.get(params.id)
    const shared = sharedWebhook(webhook)
    return view.render('webhooks/edit', {
      webhook,
      choices: choicesOf(tenant),
      shared: { form: shared.key, seen: seenIn(shared) },
    })
  }

  async update(ctx: HttpContext) {
    const webhook = await Webhook.hold(ctx.params.id)
    const wanted = await wantedIn(ctx)
    const shared = sharedWebhook(webhook)
    await mustBeCurrent(ctx, shared)
    await changeWebhook(webhook, wanted, ctx.actor)
    await nowSaved(ctx, shared.key)
    ctx.session.flash('success', 'Le webhook est enregistré.')
    return ctx.response.redirect(
      here('webhooks.webhooks.show', { tenant: ctx.tenant, id: webhook.id })
    )
  }

  async destroy({ params, actor, response, session, tenant }: HttpContext) {
    await removeWebhook(await Webhook.hold(params.id), actor)
    session.flash('success', 'Le webhook est retiré : rien ne lui est plus envoyé.')
    return response.redirect(here('webhooks.webhooks.index', { tenant }))
  }
}
