using System.Text.Json;

namespace Infra.Sandbox.Costs.Refresh;

/// <summary>
/// Reads one file of AWS's price list, product by product: that of EC2 has several hundred megabytes, most of it after the on-demand prices.
/// https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-service-price-list-file-for-services.html
/// </summary>
internal sealed class PriceListReader(Stream stream)
{
    private const string Products = "products";
    private const string Terms = "terms";
    private const string OnDemand = "OnDemand";

    private readonly List<string> _path = [];
    private byte[] _buffer = new byte[1 << 18];
    private int _length;
    private JsonReaderState _state;
    private string? _opening;
    private bool _isDone;

    /// <summary>The day on which AWS published the file; null if it does not say.</summary>
    public string? Date { get; private set; }

    /// <summary>Reads the file up to the end of its on-demand prices.</summary>
    /// <param name="onProduct">Receives each product with its SKU.</param>
    /// <param name="onTerm">Receives the on-demand terms of each SKU.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="JsonException">The file is not valid.</exception>
    public async Task ReadAsync(Action<string, JsonElement> onProduct, Action<string, JsonElement> onTerm, CancellationToken cancellation)
    {
        while (!_isDone)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellation);
            _length += read;
            var consumed = Parse(isFinal: read == 0, onProduct, onTerm);
            _buffer.AsSpan(consumed, _length - consumed).CopyTo(_buffer);
            _length -= consumed;
            if (read == 0)
            {
                return;
            }

            if (_length == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }
    }

    // Stops before the first value that is not complete yet.
    private int Parse(bool isFinal, Action<string, JsonElement> onProduct, Action<string, JsonElement> onTerm)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(0, _length), isFinal, _state);
        var complete = reader;
        while (!_isDone && reader.Read() && TryHandle(ref reader, onProduct, onTerm))
        {
            complete = reader;
        }

        _state = complete.CurrentState;
        return (int)complete.BytesConsumed;
    }

    private bool TryHandle(ref Utf8JsonReader reader, Action<string, JsonElement> onProduct, Action<string, JsonElement> onTerm)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when _opening is not null:
                _path.Add(_opening);
                _opening = null;
                return true;
            case JsonTokenType.EndObject when _path.Count > 0:
                _isDone = _path is [Terms, OnDemand];
                _path.RemoveAt(_path.Count - 1);
                return true;
            case JsonTokenType.PropertyName:
                return TryHandleProperty(ref reader, reader.GetString()!, onProduct, onTerm);
            default:
                return true;
        }
    }

    private bool TryHandleProperty(
        ref Utf8JsonReader reader, string name, Action<string, JsonElement> onProduct, Action<string, JsonElement> onTerm) => (_path, name) switch
        {
            ([], Products or Terms) or ([Terms], OnDemand) => Open(name),
            ([Products], _) => TryPass(ref reader, name, onProduct),
            ([Terms, OnDemand], _) => TryPass(ref reader, name, onTerm),
            ([], "publicationDate") => TryPass(ref reader, name, (_, date) => Date = date.GetString()?[..10]),
            _ => reader.TrySkip(),
        };

    private bool Open(string name)
    {
        _opening = name;
        return true;
    }

    private static bool TryPass(ref Utf8JsonReader reader, string name, Action<string, JsonElement> receive)
    {
        if (!JsonDocument.TryParseValue(ref reader, out var value))
        {
            return false;
        }

        using (value)
        {
            receive(name, value.RootElement);
        }

        return true;
    }
}
