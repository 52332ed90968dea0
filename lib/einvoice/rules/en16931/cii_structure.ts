import { structure } from '../structure.js'
import { only, type Rule } from '../rule.js'
import { LINE, NEVER } from './cii_never.js'

const AGREEMENT = '/SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement'

const SETTLEMENT = '/SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement'

const TOTALS = `${SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation`

const ONCE = structure(`
CII-SR-009 BT-24 one /ExchangedDocumentContext :: GuidelineSpecifiedDocumentContextParameter
CII-SR-010 BT-24 one /ExchangedDocumentContext :: GuidelineSpecifiedDocumentContextParameter/ID
CII-SR-014 BT-3 one /ExchangedDocument :: TypeCode
CII-SR-069 BT-160 one ${LINE}/SpecifiedTradeProduct/ApplicableProductCharacteristic :: Description
CII-SR-072 BT-161 one ${LINE}/SpecifiedTradeProduct/ApplicableProductCharacteristic :: Value
CII-SR-439 BT-146 one ${LINE}/SpecifiedLineTradeAgreement :: NetPriceProductTradePrice/ChargeAmount
CII-SR-441 BT-146 most ${LINE}/SpecifiedLineTradeAgreement :: NetPriceProductTradePrice/ChargeAmount
CII-SR-463 BG-20 some SpecifiedTradeAllowanceCharge :: ChargeIndicator
CII-SR-471 BT-96 most SpecifiedTradeAllowanceCharge :: RateApplicablePercent
CII-SR-472 BT-95 most SpecifiedTradeAllowanceCharge :: CategoryTradeTax
CII-SR-473 BT-92 most SpecifiedTradeAllowanceCharge :: ActualAmount
CII-SR-440 BT-147 most GrossPriceProductTradePrice/AppliedTradeAllowanceCharge :: ActualAmount
CII-SR-455 BG-6 most ${AGREEMENT} :: SellerTradeParty/DefinedTradeContact
CII-SR-456 BG-9 most ${AGREEMENT} :: BuyerTradeParty/DefinedTradeContact
CII-SR-459 BT-34 most ${AGREEMENT} :: SellerTradeParty/URIUniversalCommunication
CII-SR-460 BT-49 most ${AGREEMENT} :: BuyerTradeParty/URIUniversalCommunication
CII-SR-461 BT-7 most ${SETTLEMENT} :: ApplicableTradeTax/TaxPointDate
CII-SR-469 BT-83 most / :: SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/PaymentReference
CII-SR-477 BT-106 most ${TOTALS} :: LineTotalAmount
CII-SR-478 BT-108 most ${TOTALS} :: ChargeTotalAmount
CII-SR-479 BT-107 most ${TOTALS} :: AllowanceTotalAmount
CII-SR-480 BT-109 most ${TOTALS} :: TaxBasisTotalAmount
CII-SR-481 BT-114 most ${TOTALS} :: RoundingAmount
CII-SR-482 BT-112 most ${TOTALS} :: GrandTotalAmount
CII-SR-483 BG-22 most ${TOTALS} :: InformationAmount
CII-SR-484 BT-113 most ${TOTALS} :: TotalPrepaidAmount
CII-SR-485 BG-22 most ${TOTALS} :: TotalDiscountAmount
CII-SR-486 BG-22 most ${TOTALS} :: TotalAllowanceChargeAmount
CII-SR-487 BT-115 most ${TOTALS} :: DuePayableAmount
CII-SR-488 BG-22 most ${TOTALS} :: RetailValueExcludingTaxInformationAmount
CII-SR-489 BG-22 most ${TOTALS} :: TotalDepositFeeInformationAmount
CII-SR-490 BG-22 most ${TOTALS} :: ProductValueExcludingTobaccoTaxInformationAmount
CII-SR-491 BG-22 most ${TOTALS} :: TotalRetailValueInformationAmount
CII-SR-492 BG-22 most ${TOTALS} :: GrossLineTotalAmount
CII-SR-493 BG-22 most ${TOTALS} :: NetLineTotalAmount
CII-SR-494 BG-22 most ${TOTALS} :: NetIncludingTaxesLineTotalAmount
`)

/** What CII lets one write and EN 16931 does not (CII-SR, CII-DT). */
export const CII_STRUCTURE: Rule[] = only('CII', [...ONCE, ...NEVER])
