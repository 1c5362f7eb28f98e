using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Sandbox.Costs.Reports;

/// <summary>A bill for programs, with every item of every resource.</summary>
internal static class CostJson
{
    private const int Decimals = 6;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(CostReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(report, json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void WriteEstimate(Utf8JsonWriter json, string name, Estimate estimate)
    {
        json.WriteStartObject(name);
        json.WriteNumber("low", Rounded(estimate.Low));
        json.WriteNumber("typical", Rounded(estimate.Typical));
        json.WriteNumber("high", Rounded(estimate.High));
        json.WriteEndObject();
    }

    private static void Write(CostReport report, Utf8JsonWriter json)
    {
        var bill = report.Bill;
        json.WriteStartObject();
        json.WriteString("stack", bill.Stack);
        json.WriteString("region", bill.Region);
        json.WriteString("currency", "USD");
        json.WriteNumber("hours", bill.Hours);
        json.WriteString("pricesOf", bill.PriceDate);
        WriteEstimate(json, "total", bill.Total);
        if (report.BudgetUsd is { } budget)
        {
            json.WriteNumber("monthlyBudgetUsd", budget);
            json.WriteBoolean("isOverBudget", report.IsOverBudget);
        }

        WriteArray(json, "blocks", bill.Blocks, block =>
        {
            json.WriteString("key", block.Block);
            WriteEstimate(json, "amount", block.Total);
        });
        WriteArray(json, "items", bill.Items, item => WriteItem(item, json));
        WriteArray(json, "assumptions", bill.Assumptions, assumption =>
        {
            json.WriteString("key", assumption.Name);
            json.WriteNumber("value", assumption.Value);
            json.WriteBoolean("isDefault", assumption.IsDefault);
        });
        WriteArray(json, "cheaper", report.Savings, saving =>
        {
            json.WriteNumber("saves", Rounded(saving.Usd));
            json.WriteString("edit", saving.Edit);
            json.WriteString("condition", saving.Condition);
        });
        json.WriteEndObject();
    }

    private static void WriteItem(CostItem item, Utf8JsonWriter json)
    {
        json.WriteString("key", item.Key);
        json.WriteString("type", item.Resource.Type);
        json.WriteString("name", item.Resource.Name);
        json.WriteString("item", item.Label);
        WriteEstimate(json, "quantity", item.Quantity);
        json.WriteString("unit", item.Unit);
        if (item.Price is { } price)
        {
            json.WriteNumber("price", price.Usd);
            json.WriteString("source", price.Source);
            json.WriteBoolean("priceOfOtherRegions", price.IsOfOtherRegions);
            WriteEstimate(json, "amount", item.Amount);
        }
        else
        {
            json.WriteNull("price");
            json.WriteString("notPriced", item.MissingReason);
        }
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> entries, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            write(entry);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static decimal Rounded(decimal value) => Math.Round(value, Decimals) / 1.000000m;
}
