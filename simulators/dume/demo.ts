/** The DUME of a buyer, with one criterion: enough to read, to answer, and to give back. */
export const DEMO_DUME = `<?xml version="1.0" encoding="UTF-8"?>
<QualificationApplicationRequest
  xmlns="urn:oasis:names:specification:ubl:schema:xsd:QualificationApplicationRequest-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:ID>DEMO0001</cbc:ID>
  <cac:ProcurementProject><cbc:Description>Cour de l’école</cbc:Description></cac:ProcurementProject>
  <cac:TenderingCriterion>
    <cbc:ID>005eb9ed-1347-4ca3-bb29-9bc0db64e1ab</cbc:ID>
    <cbc:CriterionTypeCode>crime-org</cbc:CriterionTypeCode>
    <cbc:Name>Participation à une organisation criminelle</cbc:Name>
    <cbc:Description>L’opérateur a-t-il fait l’objet d’une condamnation définitive ?</cbc:Description>
    <cac:TenderingCriterionPropertyGroup>
      <cbc:ID>7c637c0c-7703-4389-ba52-02997a055bd7</cbc:ID>
      <cbc:PropertyGroupTypeCode>ON*</cbc:PropertyGroupTypeCode>
      <cac:TenderingCriterionProperty>
        <cbc:ID>974c8196-9d1c-419c-9ca9-45bb9f5fd59a</cbc:ID>
        <cbc:Description>Votre réponse</cbc:Description>
        <cbc:TypeCode>QUESTION</cbc:TypeCode>
        <cbc:ValueDataTypeCode>INDICATOR</cbc:ValueDataTypeCode>
      </cac:TenderingCriterionProperty>
    </cac:TenderingCriterionPropertyGroup>
  </cac:TenderingCriterion>
</QualificationApplicationRequest>
`
