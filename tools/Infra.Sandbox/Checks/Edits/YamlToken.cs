using Infra.Configuration.StackFiles;

namespace Infra.Sandbox.Checks.Edits;

/// <summary>The extent of a value in a line of YAML.</summary>
internal static class YamlToken
{
    /// <summary>The number of characters of a value; null if it goes on in further lines.</summary>
    public static int? LengthAt(string line, int column, YamlNode value)
    {
        if (column >= line.Length)
        {
            return null;
        }

        return line[column] switch
        {
            '"' or '\'' => LengthOfQuoted(line, column),
            '[' or '{' => LengthOfFlow(line, column),
            _ when value is YamlScalar scalar && line.AsSpan(column).StartsWith(scalar.Text) => scalar.Text.Length,
            _ => null,
        };
    }

    private static int? LengthOfQuoted(string line, int column)
    {
        for (var position = column + 1; position < line.Length; position++)
        {
            if (line[position] == '\\' && line[column] == '"')
            {
                position++;
            }
            else if (line[position] == line[column])
            {
                return position - column + 1;
            }
        }

        return null;
    }

    private static int? LengthOfFlow(string line, int column)
    {
        var depth = 0;
        for (var position = column; position < line.Length; position++)
        {
            switch (line[position])
            {
                case '"' or '\'':
                    if (LengthOfQuoted(line, position) is not { } length)
                    {
                        return null;
                    }

                    position += length - 1;
                    break;
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}' when --depth == 0:
                    return position - column + 1;
                default:
                    break;
            }
        }

        return null;
    }
}
