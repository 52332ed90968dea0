export { paymentClock, type Life, type PaymentClock } from './clock/payment_clock.js'
export { halfYearOf, interestOf, rateOn, type EcbRate } from './clock/interest.js'
