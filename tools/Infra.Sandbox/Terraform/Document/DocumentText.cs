using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Sandbox.Terraform.Document;

/// <summary>A document as text, with the origin of each line.</summary>
internal sealed record DocumentText(string Text, ImmutableArray<PropertyOrigin?> Lines)
{
    public static DocumentText Of(TerraformValue document) => Writer.Write(document);

    private sealed class Writer
    {
        private const string Indentation = "  ";

        private readonly StringBuilder _text = new();
        private readonly ImmutableArray<PropertyOrigin?>.Builder _lines = ImmutableArray.CreateBuilder<PropertyOrigin?>();

        public static DocumentText Write(TerraformValue document)
        {
            var writer = new Writer();
            writer.Append(document, 0, null);
            writer.EndLine(null);
            return new DocumentText(writer._text.ToString(), writer._lines.ToImmutable());
        }

        private void Append(TerraformValue value, int depth, PropertyOrigin? outer)
        {
            var origin = value.Origin ?? outer;
            switch (value)
            {
                case TerraformValue.List { Items: [] }:
                    _text.Append("[]");
                    break;
                case TerraformValue.Map { Entries: [] }:
                    _text.Append("{}");
                    break;
                case TerraformValue.List list:
                    AppendAll('[', ']', [.. list.Items.Select(item => ((string?)null, item))], depth, origin);
                    break;
                case TerraformValue.Map map:
                    AppendAll('{', '}', [.. map.Entries.Select(entry => ((string?)entry.Key, entry.Value))], depth, origin);
                    break;
                default:
                    _text.Append(Simple(value));
                    break;
            }
        }

        private void AppendAll(char open, char close, ImmutableArray<(string? Key, TerraformValue Value)> items, int depth, PropertyOrigin? origin)
        {
            _text.Append(open);
            EndLine(origin);
            for (var index = 0; index < items.Length; index++)
            {
                var (key, value) = items[index];
                Indent(depth + 1);
                if (key is not null)
                {
                    _text.Append(Quoted(key)).Append(": ");
                }

                Append(value, depth + 1, origin);
                _text.Append(index < items.Length - 1 ? "," : "");
                EndLine(value.Origin ?? origin);
            }

            Indent(depth);
            _text.Append(close);
        }

        private static string Simple(TerraformValue value) => value switch
        {
            TerraformValue.Flag flag => flag.Value ? "true" : "false",
            TerraformValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
            TerraformValue.Template template => Quoted(template.Text),
            _ => "null",
        };

        private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

        private void Indent(int depth) => _text.Insert(_text.Length, Indentation, depth);

        private void EndLine(PropertyOrigin? origin)
        {
            _text.Append('\n');
            _lines.Add(origin);
        }
    }
}
