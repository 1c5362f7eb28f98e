using System.Globalization;
using System.Text;
using Pulumi;
using YamlDotNet.Core;

namespace Infra.Configuration.StackFiles;

/// <summary>A YAML file with a mapping at its top. Its problems say where in the file they are.</summary>
internal sealed class YamlFile
{
    // Pulumi passes a configuration on in one environment variable, which Linux limits to 128 KiB.
    private const int LargestSize = 1024 * 1024;

    /// <param name="name">The operator's name for the file.</param>
    /// <param name="text">The text in it.</param>
    /// <exception cref="RunException">The text is not YAML; the message names each mistake with its line and column.</exception>
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
            return new FileInfo(path).Length > LargestSize
                ? throw new RunException($"{name} is larger than 1 MiB, which no stack file is")
                : new YamlFile(name, Decode(name, File.ReadAllBytes(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{name} cannot be read: {exception.Message}");
        }
    }

    public RunException Problem(YamlNode node, string message) => new(string.Create(
        CultureInfo.InvariantCulture, $"{Name}:{node.Place.Line}:{node.Place.Column}: {message}"));

    public YamlMap Mapping(YamlNode node, string key) => node switch
    {
        YamlMap mapping => mapping,
        YamlScalar { IsPlain: true } scalar when PassedScalar.Of(scalar.Text).Kind == PassedKind.Null => new YamlMap(node.Place, []),
        _ => throw Problem(node, $"{key} must be a mapping of keys to values"),
    };

    public string Text(YamlNode node, string key) =>
        node is YamlScalar { Text: { Length: > 0 } text } ? text : throw Problem(node, $"{key} must be a text");

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
            var line = 1 + bytes.Take(FirstInvalid(bytes)).Count(letter => letter == '\n');
            throw new RunException(string.Create(CultureInfo.InvariantCulture, $"{name}:{line}:1: holds bytes that are not UTF-8; save the file as UTF-8"));
        }
    }

    private static int FirstInvalid(byte[] bytes)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(bytes.AsSpan(position), out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            position += length;
        }

        return position;
    }
}
