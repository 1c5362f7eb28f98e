using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>
/// The configuration of the stack under one namespace, by default the project's. <c>Get…</c> gives null for a key that is not
/// set, <c>Require…</c> fails with the command that sets it; the <c>Secret</c> forms keep the value marked as secret.
/// </summary>
public sealed class Config
{
    private readonly string _name;

    public Config(string? name = null) => _name = name ?? Deployment.Current.ProjectName;

    public string? Get(string key) => Deployment.Current.Config.Get(FullKey(key));

    public Output<string>? GetSecret(string key) => Secret(Get(key));

    public string Require(string key) => Get(key) ?? throw new MissingException(FullKey(key));

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    public bool? GetBoolean(string key) => Parse<bool>(key, TryParseBoolean);

    public Output<bool>? GetSecretBoolean(string key) => Secret(GetBoolean(key));

    public bool RequireBoolean(string key) => Existing(key, GetBoolean(key));

    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    public int? GetInt32(string key) => Parse<int>(key, TryParseInt32);

    public Output<int>? GetSecretInt32(string key) => Secret(GetInt32(key));

    public int RequireInt32(string key) => Existing(key, GetInt32(key));

    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    public double? GetDouble(string key) => Parse<double>(key, TryParseDouble);

    public Output<double>? GetSecretDouble(string key) => Secret(GetDouble(key));

    public double RequireDouble(string key) => Existing(key, GetDouble(key));

    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    public T? GetObject<T>(string key) => GetObject<T>(key, null);

    public T? GetObject<T>(string key, JsonSerializerOptions? options)
    {
        var text = Get(key);
        try
        {
            return text is null ? default : JsonSerializer.Deserialize<T>(text, options);
        }
        catch (JsonException exception)
        {
            throw new TypeException(FullKey(key), text, typeof(T).FullName, exception);
        }
    }

    public Output<T>? GetSecretObject<T>(string key) => GetSecretObject<T>(key, null);

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions? options) =>
        Get(key) is null ? null : Output.CreateSecret(GetObject<T>(key, options)!);

    public T RequireObject<T>(string key) => RequireObject<T>(key, null);

    public T RequireObject<T>(string key, JsonSerializerOptions? options)
    {
        _ = Require(key);
        return GetObject<T>(key, options)!;
    }

    public Output<T> RequireSecretObject<T>(string key) => RequireSecretObject<T>(key, null);

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions? options) =>
        Output.CreateSecret(RequireObject<T>(key, options));

    private delegate bool Parser<T>(string text, out T value);

    private T? Parse<T>(string key, Parser<T> parser)
        where T : struct
    {
        var text = Get(key);
        return text is null ? null
            : parser(text, out var value) ? value
            : throw new TypeException(FullKey(key), text, typeof(T).Name, null);
    }

    private T Existing<T>(string key, T? value)
        where T : struct => value ?? throw new MissingException(FullKey(key));

    private string FullKey(string key) => $"{_name}:{key}";

    private static bool TryParseBoolean(string text, out bool value)
    {
        value = text == "true";
        return value || text == "false";
    }

    private static bool TryParseInt32(string text, out int value) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryParseDouble(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static Output<string>? Secret(string? value) => value is null ? null : Output.CreateSecret(value);

    private static Output<T>? Secret<T>(T? value)
        where T : struct => value is null ? null : Output.CreateSecret(value.Value);

    private sealed class MissingException(string key) : RunException(
        $"Missing Required configuration variable '{key}'\n" +
        $"\tplease set a value using the command `pulumi config set {key} <value>`");

    private sealed class TypeException(string key, string? value, string? type, Exception? inner)
        : RunException($"Configuration '{key}' value '{value}' is not a valid {type}", inner);
}
