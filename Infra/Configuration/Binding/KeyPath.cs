using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Infra.Configuration.Binding;

/// <summary>The key of a value in the stack file, without the project: <c>database.tls</c>, <c>services.admin.routing</c>, <c>network.zones[1]</c>.</summary>
internal readonly record struct KeyPath
{
    private readonly string? _text;

    private KeyPath(string text) => _text = text;

    public string Text => _text ?? "";

    /// <summary>
    /// The key that a chain of properties names: <c>config => config.Database!.Tls</c> is <c>database.tls</c>. The lambda only makes the
    /// compiler check the properties; it is never called. Expression trees would take longer to build than all rules take to run.
    /// </summary>
    /// <param name="path">The properties, from the whole configuration.</param>
    /// <param name="expression">The source text of the lambda; leave it to the compiler.</param>
    /// <exception cref="ArgumentException">The lambda does more than access properties.</exception>
    public static KeyPath Of<T>(Func<T, object?> path, [CallerArgumentExpression(nameof(path))] string expression = "") =>
        new(KeyIn(expression));

    /// <summary>The key of a property below this one; see <see cref="Of"/>.</summary>
    public KeyPath Member<T>(Func<T, object?> path, [CallerArgumentExpression(nameof(path))] string expression = "") =>
        new(Text.Length > 0 ? $"{Text}.{KeyIn(expression)}" : KeyIn(expression));

    /// <summary>The key of a member of the block with this key, or of a top-level member.</summary>
    public KeyPath Member(ConfigMember member) => new(Text.Length > 0 ? $"{Text}.{member.Name}" : member.Name);

    /// <summary>The key of an entry of this map.</summary>
    public KeyPath Named(string name) => new(ConfigKey.Member(Text, name));

    /// <summary>The key of an item of this list.</summary>
    public KeyPath Item(int index) => new(ConfigKey.Item(Text, index));

    public override string ToString() => Text;

    private static string KeyIn(string expression)
    {
        if (expression.Split("=>") is [var parameter, var body]
            && body.Split('.').Select(WithoutBang).ToList() is [var root, _, ..] names
            && root == parameter.Trim()
            && names.TrueForAll(IsIdentifier))
        {
            return string.Join('.', names.Skip(1).Select(JsonNamingPolicy.CamelCase.ConvertName));
        }

        throw new ArgumentException($"\"{expression}\" must be a chain of properties, such as config => config.Database!.Tls", nameof(expression));
    }

    private static string WithoutBang(string access) => access.Trim().TrimEnd('!').TrimEnd();

    private static bool IsIdentifier(string text) => text.Length > 0 && text.All(character => char.IsLetterOrDigit(character) || character == '_');
}
