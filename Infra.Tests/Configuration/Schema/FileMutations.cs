using System.Text.Json.Nodes;

namespace Infra.Tests.Configuration.Schema;

/// <summary>A stack file with one random edit, mostly a mistake.</summary>
/// <param name="Description">The edit, for failures.</param>
/// <param name="File">The file with it.</param>
internal sealed record FileMutation(string Description, JsonObject File);

/// <summary>Edits a stack file as people do by mistake: misspelt, removed and misplaced keys, and values of every kind.</summary>
internal sealed class FileMutations(int seed)
{
    private readonly Random _random = new(seed);

    private readonly string[] _values =
    [
        "null", "\"\"", "\" \"", "true", "\"true\"", "0", "-1", "1", "7", "2.5", "99999", "3000000000", "\"5\"", "\"text\"", "\"Text With Blanks\"",
        "\"a-name\"", "\"10.0.0.0/16\"", "\"https://example.com\"", "\"arn:aws:iam::123456789012:policy/name\"", "\"*\"", "\"${database.host}\"", "[]", "[1]",
        "[\"a\",\"a\"]", "{}", """{"secure":"AAABAJ"}""", """{"extra":1}""", """[{"extra":1}]""", """{"a":"b"}""",
    ];

    public FileMutation Next(string name, JsonObject file)
    {
        var mutated = file.DeepClone().AsObject();
        var place = Pick([.. Places(mutated["config"]!, "config")]);
        return new FileMutation($"{name}: {Change(place)} {place.Key}", mutated);
    }

    private string Change(Place place)
    {
        switch (_random.Next(8))
        {
            case 0:
                place.Remove();
                return "remove";
            case 1 when place.Parent is JsonObject map && place.Name.Length > 3:
                var value = place.Value?.DeepClone();
                place.Remove();
                map[Misspelt(place.Name)] = value;
                return "misspell";
            case 2 when place.Value is JsonObject block:
                block["extraKey"] = 1;
                return "add extraKey to";
            case 3 when place.Value is JsonArray { Count: > 0 } list:
                list.Add(list[0]?.DeepClone());
                return "repeat an item of";
            case 4 when place.Value is JsonValue text && text.TryGetValue(out string? old):
                var changed = Pick([old + "!", old.ToUpperInvariant(), old.Length > 1 ? old[1..] : "x", "1" + old, old.Replace('.', ' ')]);
                place.Set(JsonValue.Create(changed));
                return $"write {changed} in";
            case 5 when place.Value is JsonValue number && number.TryGetValue(out double amount):
                var other = Pick([-amount, amount * 1000, amount + 0.5, amount + 1]);
                place.Set(JsonNode.Parse(other.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
                return FormattableString.Invariant($"write {other} in");
            default:
                var json = Pick(_values);
                place.Set(JsonNode.Parse(json));
                return $"write {json} in";
        }
    }

    private string Misspelt(string name)
    {
        var at = _random.Next(name.Length - 1);
        return _random.Next(3) switch
        {
            0 => name.Remove(at, 1),
            1 => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
            _ => name.Insert(at, "x"),
        };
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private static IEnumerable<Place> Places(JsonNode node, string key)
    {
        IEnumerable<Place> places = node switch
        {
            JsonObject map => [.. map.Select(entry => new Place(map, entry.Key, 0, $"{key}.{entry.Key}"))],
            JsonArray list => [.. list.Select((_, index) => new Place(list, "", index, FormattableString.Invariant($"{key}[{index}]")))],
            _ => [],
        };
        foreach (var place in places)
        {
            yield return place;
            foreach (var inner in place.Value is { } value ? Places(value, place.Key) : [])
            {
                yield return inner;
            }
        }
    }

    private sealed record Place(JsonNode Parent, string Name, int Index, string Key)
    {
        public JsonNode? Value => Parent is JsonArray list ? list[Index] : Parent[Name];

        public void Set(JsonNode? value)
        {
            if (Parent is JsonArray list)
            {
                list[Index] = value;
            }
            else
            {
                Parent[Name] = value;
            }
        }

        public void Remove()
        {
            if (Parent is JsonArray list)
            {
                list.RemoveAt(Index);
            }
            else
            {
                Parent.AsObject().Remove(Name);
            }
        }
    }
}
