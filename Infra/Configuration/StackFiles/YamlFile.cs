using System.Globalization;
using System.Text;
using Pulumi;

namespace Infra.Configuration.StackFiles;

/// <summary>A YAML file with a map at the top. Problems are reported with their line and column.</summary>
internal sealed class YamlFile
{
    // Far above what Pulumi can use: it passes the configuration in one environment variable, which Linux limits to 128 KiB.
    private const int MaxBytes = 1024 * 1024;

    /// <param name="name">The name of the file for messages.</param>
    /// <param name="text">The content of the file.</param>
    /// <exception cref="RunException">The text is not valid YAML; the message lists each problem with its line and column.</exception>
    public YamlFile(string name, string text)
    {
        Name = name;
        Root = new YamlMap(default, []);
        Root = YamlText.Compose(name, text) is { } root ? Mapping(root, "the file") : Root;
    }

    public string Name { get; }

    public YamlMap Root { get; }

    public static YamlFile Read(string name, string path)
    {
        try
        {
            return new FileInfo(path).Length > MaxBytes
                ? throw new RunException($"{name} is larger than 1 MiB, the limit for a stack file")
                : new YamlFile(name, Decode(name, File.ReadAllBytes(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{name} cannot be read: {exception.Message}");
        }
    }

    public RunException Problem(YamlNode node, string message) => new(string.Create(
        CultureInfo.InvariantCulture, $"{Name}:{node.Position.Line}:{node.Position.Column}: {message}"));

    public YamlMap Mapping(YamlNode node, string key) => node switch
    {
        YamlMap mapping => mapping,
        YamlScalar { IsPlain: true } scalar when CliScalar.Of(scalar.Text).Kind == CliScalarKind.Null => new YamlMap(node.Position, []),
        _ => throw Problem(node, $"{key} must be a map of keys to values"),
    };

    public string Text(YamlNode node, string key) =>
        node is YamlScalar { Text: { Length: > 0 } text } ? text : throw Problem(node, $"{key} must be text");

    private static string Decode(string name, byte[] bytes)
    {
        try
        {
            using var reader = new StreamReader(
                new MemoryStream(bytes), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            var line = 1 + bytes.Take(FirstInvalidByte(bytes)).Count(value => value == '\n');
            throw new RunException(string.Create(CultureInfo.InvariantCulture, $"{name}:{line}:1: contains bytes that are not UTF-8; save the file as UTF-8"));
        }
    }

    private static int FirstInvalidByte(byte[] bytes)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(bytes.AsSpan(position), out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            position += length;
        }

        return position;
    }
}
