using System.Text.Json;

namespace Infra.Sandbox.Costs.Reports;

/// <summary>The change of cost for programs.</summary>
internal static class CostChangeJson
{
    public static void Write(CostComparison cost, Utf8JsonWriter json)
    {
        json.WriteStartObject("cost");
        if (cost.Change is { } change)
        {
            json.WriteString("pricesOf", change.New.PriceDate);
            CostJson.WriteEstimate(json, "old", change.Old.Total);
            CostJson.WriteEstimate(json, "new", change.New.Total);
            CostJson.WriteEstimate(json, "change", change.Total);
            json.WriteStartArray("blocks");
            foreach (var block in change.Blocks)
            {
                json.WriteStartObject();
                json.WriteString("key", block.Block);
                CostJson.WriteEstimate(json, "old", block.Old);
                CostJson.WriteEstimate(json, "new", block.New);
                CostJson.WriteEstimate(json, "change", block.Change);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("notPriced");
            foreach (var missing in CostChangeWords.NotPriced(change))
            {
                json.WriteStringValue(missing);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteString("notKnown", cost.MissingReason);
        }

        json.WriteEndObject();
    }
}
